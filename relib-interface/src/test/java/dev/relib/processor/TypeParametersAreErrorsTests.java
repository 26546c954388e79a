// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import org.junit.jupiter.api.Test;

import static dev.relib.processor.Errors.assertError;

class TypeParametersAreErrorsTests {

	@Test
	void ofTheInterface() {
		assertError(Sources.contract("RelibExports", "Filter<T>", "void apply();"), "interface Filter",
				"com.example.Filter must not have type parameters to be a contract");
	}

	@Test
	void ofAMethod() {
		assertError(Sources.contract("RelibExports", "Filter", "<T> void apply(T value);"), "apply(",
				"com.example.Filter.apply must not have type parameters to be part of a contract");
	}

	@Test
	void ofAnInheritedInterface() {
		assertError(Sources.contract("RelibExports", "Filter extends java.util.function.Supplier<String>"),
				"interface Filter", "com.example.Filter.get returns T, which cannot be passed to native code");
	}

}
