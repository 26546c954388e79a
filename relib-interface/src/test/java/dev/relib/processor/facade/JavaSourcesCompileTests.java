// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.facade;

import java.util.List;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.relib.processor.RelibProcessor;
import dev.relib.processor.Sources;
import dev.relib.processor.Types;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Facades and dispatchers compile without a warning, and an interface that can have none
 * has none.
 */
class JavaSourcesCompileTests {

	@Test
	void withEveryType() {
		assertThat(facades("Values", String.join("\n", Types.exported(Types.WIDE))))
			.containsExactly("Values__RelibFacade");
	}

	@Test
	void withEveryTypeOfImports() {
		assertThat(compile("package com.example;\n@dev.relib.RelibImports\ninterface Host {\n"
				+ String.join("\n", Types.imported("java.nio.ByteBuffer left(java.nio.ByteBuffer out);")) + "\n}\n"))
			.containsExactly("Host__RelibDispatcher");
	}

	@Test
	void withNamesOfTheLocalsOfADispatcher() {
		assertThat(compile("package com.example;\n@dev.relib.RelibImports\ninterface Host {\n"
				+ "int f(int call, boolean outcome, String memory, int[] entered, String result, byte ex, long refused);"
				+ "\n}\n"))
			.hasSize(1);
	}

	@Test
	void withNamesOfTheirOwnLocals() {
		assertThat(facades("Values", """
				int f(int frame, int function, boolean returned, byte ex, long refused, int calls, int first);
				java.util.OptionalInt g(int frame, Side side, Side sideValue);
				String h(String memory, String memoryAddress, int[] result, java.util.List<String> error);
				enum Side { LEFT }
				""")).hasSize(1);
	}

	@Test
	void withDotsAndDefaultsAndDeprecation() {
		assertThat(facades("Values", """
				int sum(int... numbers);
				@Deprecated(forRemoval = true)
				void old();
				default int twice(int number) { return sum(number, number); }
				String toString();
				""")).hasSize(1);
	}

	@Test
	void withConstructorsOfNoConcern() {
		assertThat(compile("package com.example;\nclass Outer { static class Middle {\n"
				+ "@dev.relib.RelibExports interface Inner extends java.io.Serializable { Part part(Part part);"
				+ " record Part(int size) { } } } }\n"))
			.containsExactly("Outer_Middle_Inner__RelibFacade");
	}

	@Test
	void unlessNoOtherClassCanImplementTheInterface() {
		assertThat(facades("Values", "int clone();")).isEmpty();
		assertThat(facades("Values", "void finalize();")).isEmpty();
		assertThat(facades("Values", "void f(MethodHandle handle); enum MethodHandle { ONE }")).isEmpty();
		assertThat(compile("package com.example;\nclass Outer { @dev.relib.RelibExports private interface Inner"
				+ " { void f(); } }\n"))
			.isEmpty();
		assertThat(compile("package com.example;\nclass Outer { private record Part(int size) { }\n"
				+ "@dev.relib.RelibExports interface Inner { Part f(); } }\n"))
			.isEmpty();
		assertThat(compile("package com.example;\n@dev.relib.RelibExports sealed interface Inner permits Only"
				+ " { void f(); }\nfinal class Only implements Inner { public void f() { } }\n"))
			.isEmpty();
	}

	@Test
	void unlessTheCompilerIsToldNotTo() {
		Compilation compilation = Compiler.javac()
			.withProcessors(new RelibProcessor())
			.withOptions("-Arelib.facades=false")
			.compile(Sources.source(source("Values", "void f();")));
		assertThat(names(compilation)).isEmpty();
	}

	private static List<String> facades(String name, String members) {
		return compile(source(name, members));
	}

	private static String source(String name, String members) {
		return "package com.example;\n@dev.relib.RelibExports\ninterface " + name + " {\n" + members + "\n}\n";
	}

	private static List<String> compile(String source) {
		Compilation compilation = Compiler.javac()
			.withProcessors(new RelibProcessor())
			.withOptions("-Xlint:all,-processing")
			.compile(Sources.source(source));
		assertThat(compilation.errors()).isEmpty();
		assertThat(compilation.diagnostics()
			.stream()
			.filter((diagnostic) -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
			.filter((diagnostic) -> diagnostic.getSource() != null
					&& diagnostic.getSource().getName().contains("__Relib")))
			.isEmpty();
		return names(compilation);
	}

	private static List<String> names(Compilation compilation) {
		return compilation.generatedFiles()
			.stream()
			.filter((file) -> file.getKind() == JavaFileObject.Kind.SOURCE)
			.flatMap((file) -> Stream.of(file.getName().replaceFirst(".*/", "").replace(".java", "")))
			.toList();
	}

}
