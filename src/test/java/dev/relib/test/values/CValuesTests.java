// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.values;

import java.nio.file.Path;

import dev.relib.fixture.NativeFixture;
import dev.relib.test.FacadesOf;

@FacadesOf("generated")
class CValuesTests extends AbstractValuesTests {

	@Override
	Path compile(Path directory) {
		return NativeFixture.in(directory)
			.kit()
			.bindings("values", "values_host")
			.source(CValuesTests.class, "values.c")
			.compile("values");
	}

}
