// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.values;

import java.nio.file.Path;

import dev.relib.test.CppModule;

class CppInvalidValuesTests extends AbstractInvalidValuesTests {

	@Override
	Path compile(Path directory) {
		return CppModule.compile(directory, "cppinvalidvalues", "invalid_values", "invalid_values_host");
	}

}
