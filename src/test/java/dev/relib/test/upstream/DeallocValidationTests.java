// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstream;

import dev.relib.fixture.ChildJvm;
import dev.relib.module.UnloadReport.Outcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Modules built with upstream's feature {@code dealloc_validation}, which validates each
 * pointer before it is freed.
 */
class DeallocValidationTests {

	private static final String FEATURES = "dealloc_validation";

	@Test
	void endsTheProcessIfTheModuleFreesMemoryThatItHasNotAllocated() {
		UpstreamModule.load(FEATURES).close();
		ChildJvm.Result result = new ChildJvm().option("-XX:-CreateCoredumpOnCrash").run(Freeing.class);
		assertThat(result.exitCode()).isEqualTo(128 + 6);
		assertThat(result.output())
			.contains("relib: module 'crate' can not go on: "
					+ "invalid pointer was passed to dealloc of global allocator")
			.doesNotContain("survived");
	}

	/**
	 * Allocates fewer blocks than upstream's runtime reports to its host in one batch.
	 * With more, that runtime can report a block as free after another thread has
	 * allocated it again, and ends the process although the code is valid.
	 */
	@Test
	void letsThreadsFreeWhatOthersHaveAllocated() {
		try (UpstreamModule module = UpstreamModule.load(FEATURES)) {
			assertThat(module.crate.passMemoryAround(4, 1000)).isEqualTo(4000);
			assertThat(module.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		}
	}

	/**
	 * Frees a pointer to the stack.
	 */
	static final class Freeing {

		private Freeing() {
		}

		public static void main(String[] args) {
			UpstreamModule.load(FEATURES).crate.giveBackWhatWasNotAllocated();
			System.out.println("survived");
		}

	}

}
