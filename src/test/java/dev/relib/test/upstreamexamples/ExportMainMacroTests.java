// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstreamexamples;

import dev.relib.NativeModule;
import dev.relib.fixture.OnOneJdk;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shape of {@code export_main_macro}: a macro of the modules' own makes the main
 * function.
 */
@OnOneJdk
class ExportMainMacroTests {

	@Test
	void isCalledAsAnyMainFunction() {
		try (Examples examples = new Examples()) {
			NativeModule module = examples.add("macromain");
			assertThat(module.callMain(long.class)).isEqualTo(42);
			Examples.unload(module);
		}
	}

}
