// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstream;

import java.util.List;

import dev.relib.failure.IncompatibleUpstreamException;
import dev.relib.failure.ModulePanicException;
import dev.relib.fixture.ChildJvm;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleThread;
import dev.relib.module.UnloadReport.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * With unloading switched off, modules may be built without upstream's feature
 * {@code unloading}. Such modules run in a child JVM, because they stay loaded.
 */
class NoUnloadingTests {

	@Test
	void refusesAModuleWithoutTheFeatureAndShowsBothSides() {
		assertThatExceptionOfType(IncompatibleUpstreamException.class).isThrownBy(() -> UpstreamModule.load("second"))
			.withMessageContaining("module: 1.")
			.withMessageContaining("|0.7.0|0\n")
			.withMessageContaining("host:   any compiler|")
			.withMessageContaining("|0.7.x|1\n")
			.withMessageContaining("or set relib.unloading to false");
	}

	@ParameterizedTest
	@ValueSource(strings = { "second", "unloading,second" })
	void servesWithOrWithoutTheFeature(String features) {
		UpstreamCrate.library(features);
		ChildJvm.Result result = new ChildJvm().run(Staying.class, features);
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.output()).contains("served to the end");
	}

	/**
	 * Uses a module that can not be unloaded.
	 */
	static final class Staying {

		private Staying() {
		}

		public static void main(String[] args) {
			try (UpstreamModule module = UpstreamModule.load(args[0],
					ModuleOptions.builder().unloading(false).build())) {
				serve(module);
				assertThat(module.module.unload().reason()).isEqualTo(Reason.UNLOADING_OFF);
				serve(module);
			}
			System.out.println("served to the end");
		}

		private static void serve(UpstreamModule module) {
			assertThat(module.crate.greet("Ada")).isEqualTo("Hello, Ada");
			assertThat(module.crate.version()).isEqualTo(2);
			assertThat(module.crate.ask("?")).isEqualTo("<?>");
			assertThatExceptionOfType(ModulePanicException.class).isThrownBy(() -> module.crate.panic("out of paper"))
				.satisfies((ex) -> assertThat(ex.panic()).startsWith("out of paper (module/src/lib.rs:"));
			module.crate.threadLocals();
			module.crate.startThread();
			await().untilAsserted(
					() -> assertThat(threads(module)).extracting(ModuleThread::name).containsExactly("busy"));
			module.crate.stopThread();
			await().untilAsserted(() -> assertThat(threads(module)).isEmpty());
		}

		private static List<ModuleThread> threads(UpstreamModule module) {
			return module.module.info().serving().threads();
		}

	}

}
