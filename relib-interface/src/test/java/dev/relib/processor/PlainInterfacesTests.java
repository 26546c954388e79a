// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An interface of a plain library has values that no contract has, and gets no bindings.
 */
class PlainInterfacesTests {

	@Test
	void areLeftAlone() {
		Compilation compilation = Sources.compile("""
				package com.example;
				@dev.relib.RelibExports(plain = true)
				public interface Printer {
					int print(String format, @dev.relib.RelibVariadic double number);
					int print(String format, @dev.relib.RelibVariadic int number);
					java.util.Optional<String> find(java.util.Optional<String> key, String[] texts, Runnable callback);
				}
				""");
		assertThat(compilation).succeededWithoutWarnings();
		assertThat(compilation.generatedFiles()).allMatch((file) -> file.getName().endsWith(".class"));
	}

	@Test
	void haveTheirAnnotationsForThemselves() {
		assertThat(Sources.contract("RelibExports", "Files", "@dev.relib.RelibErrno int open(String path);"))
			.hadErrorContaining("com.example.Files.open uses @RelibErrno, which is for functions of plain libraries; "
					+ "say @RelibExports(plain = true), or take it out");
		assertThat(Sources.contract("RelibExports", "Files", "void read(@dev.relib.RelibConst byte[] bytes);"))
			.hadErrorContaining("com.example.Files.read uses @RelibConst");
	}

	@Test
	void areNoImportsAsWell() {
		assertThat(Sources.contract("RelibExports(plain = true) @dev.relib.RelibImports", "Both", "void run();"))
			.hadErrorContaining("must have either @RelibExports or @RelibImports, not both");
	}

}
