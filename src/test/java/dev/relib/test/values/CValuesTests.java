// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.values;

import java.nio.file.Path;

import dev.relib.ModuleRegistryBuilder;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.LinkerOption;
import dev.relib.test.FacadesOf;

/**
 * Through generated code, and a linker that calls imports through it, too.
 */
@FacadesOf("generated")
class CValuesTests extends AbstractValuesTests {

	@Override
	ModuleRegistryBuilder registry() {
		return super.registry().linker(LinkerOption.JNI);
	}

	@Override
	Path compile(Path directory) {
		return NativeFixture.in(directory)
			.kit()
			.bindings("values", "values_host")
			.source(CValuesTests.class, "values.c")
			.compile("values");
	}

}
