// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.latecalls;

import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.test.ModuleRecords;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Functions and memory that a module has registered with the process are not used after
 * its unload.
 */
class LateCallsTests {

	private static Path library;

	@BeforeAll
	static void compile(@TempDir Path directory) {
		library = NativeFixture.in(directory)
			.kit()
			.bindings("registrar")
			.source(LateCallsTests.class, "latecalls.c")
			.compile("latecalls");
	}

	@Test
	void exitFunctionsRunInTheUnload() {
		try (ModuleRegistry registry = ModuleRegistry.builder().build();
				ModuleRecords records = new ModuleRecords("latecalls")) {
			NativeModule module = registry.add(new ModuleDefinition("latecalls", library));
			module.exports(Registrar.class).atExit("first");
			module.exports(Registrar.class).onExit("last");
			assertThat(records.texts()).isEmpty();
			assertThat(module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(records.texts()).containsExactly("on_exit last", "atexit first");
		}
	}

	@Test
	void exitFunctionsAreNotCalledAgainWhenTheProcessEnds() {
		assertThat(run("exits")).contains("UNLOADED", "survived").doesNotContain("SIGSEGV");
	}

	@Test
	void forkHandlersAreNotCalledByAForkThatComesLater() {
		assertThat(run("fork", "-Djdk.lang.Process.launchMechanism=FORK")).contains("UNLOADED", "true 0", "survived");
	}

	@Test
	void aSignalWhoseHandlerWasLeftIsIgnored() {
		assertThat(run("handler")).contains("handled 1", "UNLOADED", "survived")
			.contains(
					"relib.latecalls the handler of signal 10 (User defined signal 1) was left behind: it is ignored");
	}

	@Test
	void aHandlerOfTheNewGenerationStays() {
		assertThat(run("handlers")).contains("handled 1", "UNLOADED", "survived");
	}

	@Test
	void aStackOfSignalHandlersThatWasFreedHurtsNoHandlerOfTheVirtualMachine() {
		assertThat(run("stack")).contains("UNLOADED", "survived");
	}

	@Test
	void aBufferOfStandardOutputIsNotTheModules() {
		assertThat(run("buffer")).contains("UNLOADED", "survived", "printed later ");
	}

	@Test
	void anEnvironmentVariableKeepsItsValue() {
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = registry.add(new ModuleDefinition("latecalls", library));
			module.exports(Registrar.class).putIntoEnvironment("RELIB_LATE_CALLS=stays");
			assertThat(module.reload().previous().leaks().freedCount()).isOne();
			assertThat(module.exports(Registrar.class).environment("RELIB_LATE_CALLS")).isEqualTo("stays");
		}
	}

	private static String run(String what, String... options) {
		ChildJvm child = new ChildJvm().option("-XX:-CreateCoredumpOnCrash");
		for (String option : options) {
			child.option(option);
		}
		ChildJvm.Result result = child.run(LateCallsProgram.class, library.toString(), what);
		assertThat(result.exitCode()).as(result.output()).isZero();
		return result.output();
	}

}
