// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.values;

import java.nio.file.Path;

import dev.relib.ModuleRegistryBuilder;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.LinkerOption;
import dev.relib.test.FacadesOf;
import org.junit.jupiter.api.Test;

/**
 * Through generated code, and a linker that calls imports through it, too.
 */
@FacadesOf("generated")
class CInvalidValuesTests extends AbstractInvalidValuesTests {

	@Override
	ModuleRegistryBuilder registry() {
		return super.registry().linker(LinkerOption.JNI);
	}

	@Override
	Path compile(Path directory) {
		return NativeFixture.in(directory)
			.kit()
			.bindings("lengths", "invalid_values", "invalid_values_host")
			.source(CInvalidValuesTests.class, "invalid_values.c")
			.compile("invalid_values");
	}

	@Test
	void refusesNullPointersWithALength() {
		Lengths lengths = this.module.exports(Lengths.class);
		String problem = ": the return value is a null pointer with a length of 5";
		refused(lengths::nullText, "Lengths.null_text" + problem);
		refused(lengths::nullTexts, "Lengths.null_texts" + problem);
		refused(lengths::nullParts, "Lengths.null_parts" + problem);
	}

	@Test
	void refusesLengthsThatNoArrayOfJavaHas() {
		Lengths lengths = this.module.exports(Lengths.class);
		String problem = ": the return value has a length of 2147483648, more than a Java array can hold";
		refused(lengths::tooManyInts, "Lengths.too_many_ints" + problem);
		refused(lengths::tooManyPoints, "Lengths.too_many_points" + problem);
	}

}
