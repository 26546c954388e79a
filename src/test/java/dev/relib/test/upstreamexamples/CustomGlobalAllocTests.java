// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstreamexamples;

import dev.relib.ImportBinding;
import dev.relib.NativeModule;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.MemoryLeaks;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shape of {@code custom_global_alloc}: the module allocates with an allocator of its
 * own.
 */
@OnOneJdk
class CustomGlobalAllocTests {

	private static final int MEBIBYTE = 1 << 20;

	@Test
	void itsLeaksAreCountedAndFreed() {
		try (Examples examples = new Examples(ImportBinding.of(Names.class, () -> "Ada"))) {
			NativeModule module = examples.add("texts");
			assertThat(module.exports(Texts.class).keep(MEBIBYTE)).isEqualTo(MEBIBYTE);
			MemoryLeaks leaks = Examples.unload(module).leaks();
			assertThat(leaks.isCounted()).isTrue();
			assertThat(leaks.bytes()).isBetween((long) MEBIBYTE, 2L * MEBIBYTE);
			assertThat(leaks.freedCount()).isEqualTo(leaks.count());
		}
	}

}
