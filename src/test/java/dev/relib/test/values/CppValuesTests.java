// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.values;

import java.nio.file.Path;

import dev.relib.test.CppModule;

class CppValuesTests extends AbstractValuesTests {

	@Override
	Path compile(Path directory) {
		return CppModule.compile(directory, "cppvalues", "values", "values_host");
	}

}
