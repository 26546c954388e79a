// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.executablestack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.failure.ExecutableStackException;
import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * No library takes the guard pages off Java's stacks.
 */
class ExecutableStackTests {

	private static final String VISIBLE = "__attribute__((visibility(\"default\"))) ";

	private static final String TWICE = VISIBLE + "int twice(int value);\nint twice(int value) { return 2 * value; }\n";

	private static final String NESTED = VISIBLE + """
			int twice(int value);
			static int __attribute__((noinline)) call(int (*function)(int), int value) { return function(value); }
			int twice(int value) { int inner(int other) { return other + value; } return call(inner, value); }
			""";

	private static final int PT_GNU_STACK = 0x6474e551;

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void endlessRecursionIsStillAnErrorOfJava(boolean stackHeader) throws IOException {
		Path library = NativeFixture.in(this.directory)
			.source("twice.c", TWICE)
			.option("-Wl,-z,execstack")
			.compile("twice");
		if (!stackHeader) {
			removeStackHeader(library);
		}
		ChildJvm.Result result = new ChildJvm().run(Recursion.class, library.toString());
		assertThat(result.output()).contains("42", "java.lang.StackOverflowError", "asks for executable stacks",
				"Link it with -z noexecstack");
		assertThat(result.exitCode()).isZero();
	}

	/** As in a library of an old linker, for which the loader assumes the worst. */
	private static void removeStackHeader(Path library) throws IOException {
		ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(library)).order(ByteOrder.LITTLE_ENDIAN);
		int header = (int) file.getLong(32);
		while (file.getInt(header) != PT_GNU_STACK) {
			header += 56;
		}
		Files.write(library, file.putInt(header, 0x6fffffff).array());
	}

	@Test
	void refusesNestedFunctionsThatRunOnTheStack() {
		Path library = NativeFixture.in(this.directory).source("nested.c", NESTED).compile("nested");
		try (ModuleRegistry registry = ModuleRegistry.builder().directory(this.directory).build()) {
			ModuleDefinition definition = new ModuleDefinition("nested", library,
					ModuleOptions.builder().kind(ModuleKind.PLAIN).build());
			assertThatExceptionOfType(ExecutableStackException.class).isThrownBy(() -> registry.add(definition))
				.withMessageContaining("nested functions")
				.withMessageContaining("Move the nested functions out");
		}
	}

}
