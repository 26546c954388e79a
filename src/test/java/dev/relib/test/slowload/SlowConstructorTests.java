// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.slowload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import dev.relib.test.greeting.Greeter;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A constructor that never returns holds up nothing. One of a library that is opened with
 * the module keeps the C library from opening others, and the process ends all the same.
 */
class SlowConstructorTests {

	@TempDir
	private Path directory;

	@Test
	void holdsUpNothing() {
		Path stuck = stuck("stuck").compile("stuck");
		assertThat(run(stuck)).satisfiesExactly(constructing(),
				(state) -> assertThat(state).isEqualTo("state: STALLED"), again(),
				(other) -> assertThat(other).isEqualTo("other: module 'other'"),
				(reload) -> assertThat(reload).isEqualTo("reload: UNLOADED"),
				(answer) -> assertThat(answer).isEqualTo("answer: 42"),
				(unload) -> assertThat(unload).isEqualTo("unload: null"),
				(closed) -> assertThat(closed).isEqualTo("closed"));
	}

	@Test
	void ofANeededLibraryHoldsUpWhatNeedsTheLoader() {
		assertThat(run(stuckInTheLoader())).satisfiesExactly(opening(),
				(state) -> assertThat(state).isEqualTo("state: STALLED"),
				(again) -> assertThat(again).contains(
						"the load of generation 2 was given up and is still running: the loader has not opened it"),
				(other) -> assertThat(other).startsWith("other: LoadTimeoutException: module 'other'")
					.contains("it was not opened within 1 s", "it has been opening the library of module 'changing'"),
				(reload) -> assertThat(reload).startsWith("reload: LoadTimeoutException: module 'served'")
					.contains("it has been opening the library of module 'changing'"),
				(answer) -> assertThat(answer).isEqualTo("answer: 42"),
				(unload) -> assertThat(unload).contains("the loader of the system is opening another library",
						"it has been opening the library of module 'changing'"),
				(closed) -> assertThat(closed).isEqualTo("closed"));
	}

	@Test
	void holdsUpNoUnloadOfAModuleWhoseFunctionsAreLookedUp() {
		ChildJvm.Result result = new ChildJvm().timeout(Duration.ofMinutes(3))
			.run(FirstUseProgram.class, answer("answer").compile("answer").toString(), stuckInTheLoader().toString());
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.output()).contains("stuck\n", "unload: the loader of the system is opening another library",
				"closed\n");
	}

	@Test
	void holdsUpNothingThatDoesNotNeedTheLoader() {
		Path kit = NativeFixture.in(this.directory.resolve("kit"))
			.kit()
			.bindings("greeter", "greeter_host")
			.source(Greeter.class, "greeting.c")
			.compile("greeting");
		ChildJvm.Result result = new ChildJvm().timeout(Duration.ofMinutes(3))
			.run(FirstAnswersProgram.class, answer("answer").compile("answer").toString(), kit.toString(),
					stuckInTheLoader().toString());
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.output().lines().filter((line) -> line.matches("[a-z ]+: .*"))).hasSize(12)
			.allMatch((line) -> line.endsWith(": answers"));
	}

	private Path stuckInTheLoader() {
		Path needed = stuck("needed").option("-Wl,-soname,libneeded.so").compile("needed");
		return answer("stuck").option("-Wl,--no-as-needed,-rpath," + needed.getParent())
			.option(needed.toString())
			.compile("stuck");
	}

	private static ThrowingConsumer<String> opening() {
		return (load) -> assertThat(load).startsWith("load: LoadTimeoutException: module 'changing'")
			.contains("the loader has not opened it within 1 s", "no library can be opened");
	}

	private static ThrowingConsumer<String> constructing() {
		return (load) -> assertThat(load).startsWith("load: LoadTimeoutException: module 'changing'")
			.contains("its constructors have not returned within 1 s");
	}

	private static ThrowingConsumer<String> again() {
		return (again) -> assertThat(again)
			.contains("the load of generation 2 was given up and is still running: its constructors");
	}

	private Stream<String> run(Path stuck) {
		ChildJvm.Result result = new ChildJvm().timeout(Duration.ofMinutes(3))
			.run(ConstructorProgram.class, answer("answer").compile("answer").toString(), stuck.toString(),
					answer("other").compile("answer").toString());
		assertThat(result.exitCode()).as(result.output()).isZero();
		return result.output().lines().filter((line) -> line.matches("[a-z]+: .*|closed"));
	}

	private NativeFixture answer(String where) {
		return NativeFixture.in(this.directory.resolve(where))
			.source("answer.c", "__attribute__((visibility(\"default\"))) int answer(void), known(void);\n"
					+ "int answer(void) { return 42; }\nint known(void) { return 1; }");
	}

	private NativeFixture stuck(String where) {
		return NativeFixture.in(this.directory.resolve(where))
			.source("stuck.c", "#include <unistd.h>\n__attribute__((constructor)) static void never(void)\n"
					+ "{\n\tfor (;;) {\n\t\tpause();\n\t}\n}\n");
	}

}
