package dev.relib.test.rustcrates;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OnceCellsTests {

	@Test
	void areInitializedOnceInEachVersionAndFreedWithIt() throws Exception {
		try (CrateModule<OnceCells> module = CrateModule.load("oncecells", OnceCells.class)) {
			for (int version = 1; version <= 5; version++) {
				String text = "version " + version;
				assertThat(module.exports.remember(text)).isEqualTo(String.join(" ", text, text, text, text));
				assertThat(onAnotherThread(module.exports)).isEqualTo(String.join(" ", text, text, text, "other"));
				assertThat(module.exports.count("key")).isEqualTo(1);
				assertThat(module.exports.count("key")).isEqualTo(2);
				assertGivesBackWhatItHolds(module);
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
	 * Rust drops no statics.
	 */
	private static void assertGivesBackWhatItHolds(CrateModule<OnceCells> module) throws IOException {
		assertThat(module.unload().leaks().count()).isBetween(4L, 20L);
	}

}
