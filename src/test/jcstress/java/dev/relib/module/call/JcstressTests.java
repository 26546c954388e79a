// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.relib.fixture.Command;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jcstress.Main;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * jcstress finds a call on a generation that is taken for idle in the controls only.
 */
@Timeout(1200)
class JcstressTests {

	@ParameterizedTest
	@ValueSource(classes = { VolatileMark.class, AsymmetricMark.class })
	void findsNoCallThatADrainMisses(Class<?> test) throws IOException {
		Command.Result result = run(test);
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.output()).contains("Failed tests: No matches").contains("Error tests: No matches");
	}

	@ParameterizedTest
	@ValueSource(classes = { ControlWithoutFence.class, ControlReleaseStore.class, ControlWithoutSecondLook.class })
	void findsTheCallThatADrainMissesInAControl(Class<?> test) throws IOException {
		Command.Result result = run(test);
		assertThat(result.exitCode()).as(result.output()).isNotZero();
		assertThat(result.output()).contains("a call runs on a generation that is found idle");
	}

	/** The controls need the optimizing compiler, and no affinity. */
	private static Command.Result run(Class<?> test) throws IOException {
		Path folder = Files.createDirectories(Path.of("target", "jcstress").toAbsolutePath());
		String access = (Runtime.version().feature() >= 24) ? " --enable-native-access=ALL-UNNAMED" : "";
		Command.Result result = new Command(folder,
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
						System.getProperty("java.class.path"), Main.class.getName(), "-t", test.getSimpleName(), "-f",
						"1", "-fsm", "1", "-iters", "5", "-time", "2000", "-sc", "false", "-af", "NONE", "-spinStyle",
						"THREAD_YIELD", "-v", "-jvmArgs", "-Xmx512m -XX:-TieredCompilation" + access, "-r",
						folder.toString()))
			.run();
		System.out.println(result.output());
		return result;
	}

}
