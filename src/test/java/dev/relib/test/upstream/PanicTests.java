// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstream;

import dev.relib.module.UnloadReport;
import dev.relib.failure.ModulePanicException;
import dev.relib.fixture.ChildJvm;
import dev.relib.module.ModuleOptions;
import dev.relib.module.Threading;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Upstream's crates report to their host only that an export panicked. The host takes the
 * message from the output of the panic hook.
 */
class PanicTests {

	@ParameterizedTest
	@EnumSource(Threading.class)
	void bringsTheMessageThatTheModulePrints(Threading threading) {
		try (UpstreamModule module = UpstreamModule.load("unloading",
				ModuleOptions.builder().threading(threading).build())) {
			assertPanics(module.crate, "out of paper: ½");
			assertPanics(module.crate, "two\nlines");
			assertPanics(module.crate, "long ".repeat(300));
			assertThat(module.crate.greet("you")).isEqualTo("Hello, you");
		}
	}

	private static void assertPanics(Crate crate, String message) {
		assertThatExceptionOfType(ModulePanicException.class).isThrownBy(() -> crate.panic(message)).satisfies((ex) -> {
			assertThat(ex.function()).isEqualTo("Crate.panic");
			assertThat(ex.panic()).startsWith(message.substring(0, Math.min(900, message.length())))
				.contains(" (module/src/lib.rs:");
		});
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void bringsItWithBacktracesSwitchedOnOrOff(boolean backtraces) {
		UpstreamCrate.library("unloading");
		ChildJvm.Result result = new ChildJvm().environment("RUST_BACKTRACE", backtraces ? "1" : "0")
			.run(Panicking.class);
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.output()).contains("caught: boom (module/src/lib.rs:").contains("unloaded: UNLOADED, [] ");
		assertThat(result.output().contains("stack backtrace:")).isEqualTo(backtraces);
	}

	/**
	 * Lets an export panic, and takes a backtrace, which maps the file of the library.
	 */
	static final class Panicking {

		private Panicking() {
		}

		public static void main(String[] args) {
			try (UpstreamModule module = UpstreamModule.load("unloading")) {
				try {
					module.crate.panic("boom");
				}
				catch (ModulePanicException ex) {
					System.out.println("caught: " + ex.panic());
				}
				assertThat(module.crate.backtrace()).contains("upstream/module/src/lib.rs:");
				var report = module.module.unload();
				System.out.println("unloaded: " + report.outcome() + ", " + report.mappings() + " ");
			}
		}

	}

	@Test
	void refusesTheUnloadWhenBeforeUnloadPanics() {
		try (UpstreamModule module = UpstreamModule.load("unloading")) {
			module.crate.beforeUnloadPanics(true);
			UnloadReport refused = module.module.unload();
			assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
			assertThat(refused.reason()).isEqualTo(Reason.BEFORE_UNLOAD_FAILED);
			assertThat(refused.describe()).contains("panic: not now (module/src/lib.rs:");
			module.crate.beforeUnloadPanics(false);
			assertThat(module.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		}
	}

}
