// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.values;

import java.nio.file.Path;

import dev.relib.test.CargoModule;

class RustValuesTests extends AbstractValuesTests {

	@Override
	Path compile(Path directory) {
		return CargoModule.library("rustvalues");
	}

}
