// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.failedload;

import java.nio.file.Path;
import java.time.Duration;

import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A module whose load fails, or ends after its registry, has left a thread that calls the
 * host. Nothing refers to the module any more, and its thread can call all the same.
 */
@OnOneJdk
class FailedLoadTests {

	@TempDir
	private static Path directory;

	private static Path library;

	@BeforeAll
	static void compile() {
		library = NativeFixture.in(directory)
			.kit()
			.bindings("ear")
			.source(FailedLoadTests.class, "failedload.c")
			.compile("talker");
	}

	@ParameterizedTest
	@CsvSource({ "panic, main fails", "closed, closed", "reloadClosed, closed", "closedInside, closed",
			"loadClosedInside, closed" })
	void leavesItsThreadWhatItCalls(String how, String reason) {
		ChildJvm.Result result = new ChildJvm().timeout(Duration.ofMinutes(1))
			.run(FailedLoadProgram.class, library.toString(), how);
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.output()).containsPattern("failed: .*" + reason).contains("alive");
	}

}
