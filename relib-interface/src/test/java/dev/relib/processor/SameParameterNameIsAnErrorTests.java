// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import org.junit.jupiter.api.Test;

import static dev.relib.processor.Errors.assertError;

class SameParameterNameIsAnErrorTests {

	@Test
	void inSnakeCase() {
		assertError(Sources.contract("RelibExports", "Filter", "void apply(int maxWidth, int max_width);"), "apply(",
				"com.example.Filter.apply has two parameters with the native name max_width; rename one");
	}

}
