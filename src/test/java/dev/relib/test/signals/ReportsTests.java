// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.signals;

import java.nio.file.Path;

import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signals are Java's again when a module goes, and the module's as long as it serves.
 */
class ReportsTests {

	private static final String SERVES = "installed: true, null pointers: 10, seen: true";

	@TempDir
	private Path directory;

	private String library;

	@BeforeEach
	void compile() {
		this.library = NativeFixture.in(this.directory)
			.source(ReportsTests.class, "signals.c")
			.kit()
			.bindings("reporter")
			.compile("reporter")
			.toString();
	}

	@Test
	void aReporterKeepsItsHandlerThroughReloads() {
		ChildJvm.Result result = new ChildJvm().run(Reports.class, this.library);
		assertThat(result.output()).contains("before: 1", "unload: UNLOADED", "after: 1, null pointers: 10", "end")
			.contains("the module handles signal 11")
			.doesNotContain("left behind");
		assertThat(result.output().split(SERVES)).hasSize(4);
		assertThat(result.output().split("\nUNLOADED")).hasSize(4);
		assertThat(result.exitCode()).isZero();
	}

	@Test
	void whatAReporterLeavesBehindIsTakenBack() {
		ChildJvm.Result result = new ChildJvm().environment("RELIB_TEST_LEAVES", "1").run(Reports.class, this.library);
		assertThat(result.output()).contains("the module ignores signal 17", "waitFor() returns 0",
				"the disposition of signal 17", "the handler of signal 11", "unload: UNLOADED",
				"after: 1, null pointers: 10", "end");
		assertThat(result.exitCode()).isZero();
	}

	@Test
	void aRealFaultStillEndsWithAReport() {
		Path chaining = Path.of(System.getProperty("java.home"), "lib", "libjsig.so");
		for (String preloaded : new String[] { "", chaining.toString() }) {
			ChildJvm.Result result = new ChildJvm().environment("LD_PRELOAD", preloaded)
				.environment("RELIB_TEST_LEAVES", "1")
				.option("-XX:ErrorFile=/dev/null")
				.option("-XX:-CreateCoredumpOnCrash")
				.run(Reports.class, this.library, "fault");
			assertThat(result.output())
				.contains("null pointers: 10", "A fatal error has been detected by the Java Runtime")
				.doesNotContain("end\n");
			assertThat(result.exitCode()).isNotZero();
		}
	}

}
