// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import org.junit.jupiter.api.Test;

import static dev.relib.processor.Errors.assertError;

class UnknownParentIsAnErrorTests {

	@Test
	void becauseItsMethodsWouldBeMissing() {
		assertError(Sources.contract("RelibExports", "Filter extends Missing", "void apply();"), "interface Filter",
				"com.example.Filter inherits from Missing, which the compiler cannot find; import it or add it to the class path");
	}

	@Test
	void alsoBehindAnotherParent() {
		assertError(Sources.compile("""
				package com.example;
				@dev.relib.RelibExports
				interface Filter extends Base {
				}
				""", """
				package com.example;
				interface Base extends Missing {
				}
				"""), "interface Filter",
				"com.example.Filter inherits from Missing, which the compiler cannot find; import it or add it to the class path");
	}

}
