// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

import static dev.relib.processor.Errors.assertError;

class SameNativeNameIsAnErrorTests {

	@Test
	void forOverloads() {
		assertError(Sources.contract("RelibExports", "Filter", "void apply(int strength);", "void apply(String name);"),
				"String name", "com.example.Filter.apply has the same native name, apply, as "
						+ "com.example.Filter.apply(int); rename one");
	}

	@Test
	void forNamesThatDifferInStyle() {
		assertError(Sources.contract("RelibImports", "Filter", "void alphaBlend();", "void alpha_blend();"),
				"alpha_blend", "com.example.Filter.alpha_blend has the same native name, alpha_blend, as "
						+ "com.example.Filter.alphaBlend(); rename one");
	}

	@Test
	void forOverloadsOfInheritedMethods() {
		Compilation compilation = Sources.compile("""
				package com.example;
				interface Base {
					void apply(int strength);
				}
				""", """
				package com.example;
				@dev.relib.RelibExports
				interface Filter extends Base {
					void apply(String name);
				}
				""");
		assertError(compilation, "interface Filter", "com.example.Filter.apply has the same native name, apply, as "
				+ "com.example.Filter.apply(java.lang.String); rename one");
	}

}
