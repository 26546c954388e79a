// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.relib.fixture.ChildJvm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnJre;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * No call runs on a generation that a drain has found idle, whichever way calls are
 * marked. Each control leaves out one part of the guard and must be caught. The compilers
 * of 17 and 25 are the oldest and the newest.
 */
@Timeout(600)
@DisabledOnJre(JRE.JAVA_21)
class CallGuardProofTests {

	private static final String SOUND = "(?sm).*^%s: 0 uses after close, [1-9][0-9]{3,} calls, [1-9].*";

	private static final String CAUGHT = "(?sm).*^%s: [1-9][0-9]* uses after close.*";

	private static final long SECONDS = Long.getLong("proof.seconds", 1);

	@Test
	void drainsEveryCallWithAsymmetricMarks() {
		assertThat(prove("asymmetric", "1", "4", "mixed")).matches(sound("1"))
			.matches(sound("4"))
			.matches(sound("mixed"))
			.contains("asymmetric: the system");
	}

	@Test
	void drainsEveryCallWithVolatileMarks() {
		assertThat(prove("volatile", "1", "4", "mixed")).matches(sound("1"))
			.matches(sound("4"))
			.matches(sound("mixed"))
			.contains("volatile: ");
	}

	/** A process may forbid itself system calls at any time. */
	@Test
	void drainsEveryCallWhereTheSystemRefusesFencesLaterOn() {
		assertThat(prove("refused-later", "1", "mixed")).matches(sound("1")).matches(sound("mixed"));
	}

	@Test
	void catchesAsymmetricMarksWithoutAFence() {
		assertThat(prove("without-fence", "until-caught")).matches(caught("until-caught"));
	}

	@Test
	void catchesAMarkThatTheNextReadOvertakes() {
		assertThat(prove("volatile", "release-store")).matches(caught("release-store"));
	}

	@Test
	void catchesAMarkWithoutASecondLook() {
		assertThat(prove("volatile", "no-second-look")).matches(caught("no-second-look"));
	}

	private static String sound(String run) {
		return SOUND.formatted(run);
	}

	private static String caught(String run) {
		return CAUGHT.formatted(run);
	}

	@BeforeAll
	static void needsTwoProcessors() {
		assumeThat(Runtime.getRuntime().availableProcessors()).isGreaterThan(1);
	}

	private static String prove(String mark, String... runs) {
		List<String> arguments = new ArrayList<>(List.of(mark, Long.toString(SECONDS)));
		arguments.addAll(List.of(runs));
		ChildJvm.Result result = new ChildJvm().optimizing()
			.timeout(Duration.ofSeconds(300 + SECONDS * runs.length))
			.run(GuardProof.class, arguments.toArray(new String[0]));
		System.out.println(mark + "\n" + result.output());
		assertThat(result.exitCode()).as(result.output()).isZero();
		return result.output();
	}

}
