// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

import static com.google.testing.compile.CompilationSubject.assertThat;

class SameFileIsAnErrorTests {

	@Test
	void forInterfacesOfTheSameNameInSeveralPackages() {
		Compilation compilation = Sources.compile("""
				package com.example.a;
				@dev.relib.RelibExports
				interface Filter {
				}
				""", """
				package com.example.b;
				@dev.relib.RelibImports
				interface Filter {
				}
				""");
		assertThat(compilation)
			.hadErrorContaining("Filter would overwrite META-INF/relib/c/filter.h of another interface; rename one");
	}

}
