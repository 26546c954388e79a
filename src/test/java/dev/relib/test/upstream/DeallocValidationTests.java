package dev.relib.test.upstream;

import dev.relib.fixture.ChildJvm;
import dev.relib.module.UnloadReport.Outcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Modules of upstream's that have each pointer checked before they free it.
 */
class DeallocValidationTests {

	private static final String FEATURES = "dealloc_validation";

	@Test
	void endsTheProcessOverMemoryThatTheModuleHasNotAllocated() {
		UpstreamModule.load(FEATURES).close();
		ChildJvm.Result result = new ChildJvm().option("-XX:-CreateCoredumpOnCrash").run(Freeing.class);
		assertThat(result.exitCode()).isEqualTo(128 + 6);
		assertThat(result.output())
			.contains("relib: module 'crate' can not go on: "
					+ "invalid pointer was passed to dealloc of global allocator")
			.doesNotContain("survived");
	}

	/**
	 * Fewer blocks than upstream's runtime tells its host of at once. It may tell of a
	 * block that one thread frees and another one gets at the same time as of a free one:
	 * with more it ends the process over valid code, whatever its host is.
	 */
	@Test
	void letsThreadsFreeWhatOthersHaveAllocated() {
		try (UpstreamModule module = UpstreamModule.load(FEATURES)) {
			assertThat(module.crate.passMemoryAround(4, 1000)).isEqualTo(4000);
			assertThat(module.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		}
	}

	/**
	 * Frees what is on the stack.
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
