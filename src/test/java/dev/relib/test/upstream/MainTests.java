// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstream;

import java.math.RoundingMode;

import dev.relib.failure.InvalidContractException;
import dev.relib.failure.MainFailedException;
import dev.relib.failure.ReturnMismatchException;
import dev.relib.fixture.ChildJvm;
import dev.relib.module.ModuleOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The main function of a module built with upstream's crates. Its result is ignored after
 * a load, and returned to a host that calls it.
 */
class MainTests {

	@Test
	void isCalledWhateverItReturns() {
		for (String features : new String[] { "unloading", "unloading,text_main" }) {
			UpstreamModule.load(features).close();
			ChildJvm.Result result = new ChildJvm().run(Loading.class, features);
			assertThat(result.exitCode()).as(result.output()).isZero();
			assertThat(result.output()).containsOnlyOnce("main was called").contains("serves 1", "unloaded UNLOADED");
		}
	}

	@Test
	void failsTheLoadWhenItPanics() {
		UpstreamModule.load("unloading").close();
		ChildJvm.Result result = new ChildJvm().environment("MAIN_PANICS", "yes").run(Loading.class, "unloading");
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.output()).contains("main was called", "failed: ", "no play today (module/src/lib.rs:")
			.doesNotContain("serves");
	}

	@Test
	void isNotCalledByDefault() {
		try (UpstreamModule module = UpstreamModule.load("unloading")) {
			assertThat(module.crate.version()).isOne();
		}
	}

	@Test
	void returnsItsValueToTheHost() {
		try (UpstreamModule module = UpstreamModule.load("unloading")) {
			assertThat(module.module.callMain(int.class)).isEqualTo(7);
			module.module.reload();
			assertThat(module.module.callMain(Integer.class)).isEqualTo(7);
			assertThat(module.module.callMain(void.class)).isNull();
			assertThatExceptionOfType(ReturnMismatchException.class)
				.isThrownBy(() -> module.module.callMain(String.class))
				.withMessageContaining("module: returns a primitive or nothing\n  host:   main() -> str\n");
			assertThatExceptionOfType(InvalidContractException.class)
				.isThrownBy(() -> module.module.callMain(RoundingMode.class))
				.withMessageContaining("Module.main");
		}
	}

	@Test
	void leavesNothingOfAnOwnedValueBehind() {
		try (UpstreamModule module = UpstreamModule.load("unloading,text_main")) {
			assertThat(module.module.callMain(String.class)).isEqualTo("a text");
			assertThatExceptionOfType(ReturnMismatchException.class).isThrownBy(() -> module.module.callMain(int.class))
				.withMessageContaining("module: returns memory to be freed\n  host:   main() -> i32\n");
			for (int i = 0; i < 120; i++) {
				module.module.callMain(void.class);
			}
			assertThat(module.module.unload().leaks().count()).isLessThan(120);
		}
	}

	/**
	 * Loads a module with its main function, which writes to standard output.
	 */
	static final class Loading {

		private Loading() {
		}

		public static void main(String[] args) {
			try (UpstreamModule module = UpstreamModule.load(args[0], ModuleOptions.builder().main(true).build())) {
				System.out.println("serves " + module.crate.version());
				System.out.println("unloaded " + module.module.unload().outcome());
			}
			catch (MainFailedException ex) {
				System.out.println("failed: " + ex.getMessage());
			}
		}

	}

}
