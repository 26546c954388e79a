// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustcrates;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OnceCellsTests {

	@Test
	void areInitializedOnceInEachGenerationAndFreedWithIt() throws Exception {
		try (CrateModule<OnceCells> module = CrateModule.load("oncecells", OnceCells.class)) {
			for (int generation = 1; generation <= 5; generation++) {
				String text = "generation " + generation;
				assertThat(module.exports.remember(text)).isEqualTo(String.join(" ", text, text, text, text));
				assertThat(onAnotherThread(module.exports)).isEqualTo(String.join(" ", text, text, text, "other"));
				assertThat(module.exports.count("key")).isEqualTo(1);
				assertThat(module.exports.count("key")).isEqualTo(2);
				assertFreesItsStatics(module);
				module.module.load();
			}
		}
	}

	private static String onAnotherThread(OnceCells cells) throws InterruptedException {
		String[] remembered = new String[1];
		Thread thread = new Thread(() -> remembered[0] = cells.remember("other"));
		thread.start();
		thread.join();
		return remembered[0];
	}

	/**
	 * Rust does not drop statics, so their memory counts as leaked.
	 */
	private static void assertFreesItsStatics(CrateModule<OnceCells> module) throws IOException {
		assertThat(module.unload().leaks().count()).isBetween(4L, 20L);
	}

}
