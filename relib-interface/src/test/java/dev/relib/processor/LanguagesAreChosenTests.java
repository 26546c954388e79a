// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.util.List;

import javax.tools.JavaFileObject;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

class LanguagesAreChosenTests {

	@Test
	void allIfNothingIsSaid() {
		assertThat(extensions(compile("int a();"))).containsExactly("c", "cpp", "h", "hpp", "rs");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			c        | c,h
			cpp      | cpp,hpp
			rust     | rs
			rust, c  | c,h,rs
			c,c      | c,h
			""")
	void byTheCompilersOption(String languages, String extensions) {
		assertThat(extensions(compile("int a();", "-Arelib.languages=" + languages)))
			.containsExactly(extensions.split(","));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			-Arelib.languages=c,java,go | java', 'go
			-Arelib.languages=C         | C
			-Arelib.languages=          | ''
			-Arelib.languages=c,        | ''
			-Arelib.languages           | ''
			""")
	void orTheCompilationFails(String option, String names) {
		Compilation compilation = compile("int a();", option);
		assertThat(compilation).hadErrorCount(1);
		assertThat(compilation).hadErrorContaining("-Arelib.languages names '" + names
				+ "', for which there are no bindings; use one or several of c,cpp,rust");
	}

	@Test
	void namesHaveToBePossibleInThemOnly() {
		assertThat(compile("enum Clock { REALTIME } void a(Clock clock);", "-Arelib.languages=cpp,rust")).succeeded();
		assertThat(compile("enum Clock { REALTIME } void a(Clock clock);")).failed();
		assertThat(compile("enum Same { A_B, AB_ } void a(Same same);", "-Arelib.languages=c,cpp")).succeeded();
		assertThat(compile("void größe();", "-Arelib.languages=rust"))
			.hadErrorContaining("would be größe in Rust, which is reserved or impossible; use ASCII letters");
	}

	private static Compilation compile(String members, String... options) {
		return Compiler.javac()
			.withProcessors(new RelibProcessor())
			.withOptions((Object[]) options)
			.compile(Sources.source(
					"package com.example;\n@dev.relib.RelibExports\npublic interface Filter {\n" + members + "\n}\n"));
	}

	private static List<String> extensions(Compilation compilation) {
		assertThat(compilation).succeededWithoutWarnings();
		return compilation.generatedFiles()
			.stream()
			.filter((file) -> file.getKind() == JavaFileObject.Kind.OTHER)
			.map((file) -> file.getName().substring(file.getName().lastIndexOf('.') + 1))
			.sorted()
			.toList();
	}

}
