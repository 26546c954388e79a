// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.relib.processor.Errors.assertError;

class ContractsAreInterfacesTests {

	@ParameterizedTest
	@ValueSource(strings = { "abstract class Filter {", "enum Filter {", "record Filter() {", "@interface Filter {" })
	void andNothingElse(String declaration) {
		assertError(Sources.compile("package com.example;\n@dev.relib.RelibExports\npublic " + declaration + "\n}\n"),
				"Filter", "com.example.Filter must be an interface to be a contract");
	}

}
