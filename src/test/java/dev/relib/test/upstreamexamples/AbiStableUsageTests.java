// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstreamexamples;

import dev.relib.ImportBinding;
import dev.relib.NativeModule;
import dev.relib.fixture.OnOneJdk;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shape of {@code abi_stable_usage}: text and numbers are types of abi_stable.
 */
@OnOneJdk
class AbiStableUsageTests {

	@Test
	void textAndNumbersCrossInBothDirections() {
		try (Examples examples = new Examples(ImportBinding.of(Names.class, () -> "Ada 🦀"))) {
			NativeModule module = examples.add("texts");
			Texts texts = module.exports(Texts.class);
			assertThat(texts.greet()).isEqualTo("Hello, Ada 🦀");
			assertThat(texts.longest("a wörd or two")).isEqualTo("wörd");
			assertThat(texts.longest("")).isEmpty();
			assertThat(texts.doubled(new int[] { 1, -2, 3 })).containsExactly(2, -4, 6);
			assertThat(texts.doubled(new int[0])).isEmpty();
			Examples.unload(module);
		}
	}

}
