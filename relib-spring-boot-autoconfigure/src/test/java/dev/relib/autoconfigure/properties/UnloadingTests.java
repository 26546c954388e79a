// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.properties;

import dev.relib.module.UnloadReport;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.failure.UnloadingOffException;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * With unloading switched off, modules stay loaded until the process ends, whether they
 * are configured or named by their location.
 */
class UnloadingTests {

	@BeforeAll
	static void compileTheLocatedModule() {
		TestLibraries.greeter("lodger", "Hello");
	}

	@Test
	void isRefusedWhereItIsSwitchedOff() {
		ModuleContext.runner()
			.withPropertyValues("relib.unloading=false",
					ModuleContext.module("tenant", TestLibraries.greeter("tenant", "Hello")))
			.withBean(Located.class)
			.run((context) -> {
				NativeModule configured = context.getBean(ModuleRegistry.class).get("tenant");
				NativeModule located = context.getBean(Located.class).module();
				assertThat(configured.exports(Greeter.class).greet("Ada")).isEqualTo("Hello, Ada");
				assertThat(located.exports(Greeter.class).greet("Ada")).isEqualTo("Hello, Ada");
				assertRefused(configured);
				assertRefused(located);
				assertThatExceptionOfType(UnloadingOffException.class).isThrownBy(configured::reload);
			});
		assertThat(TestLibraries.mapped("tenant")).isNotEmpty();
	}

	@Test
	void isPossibleByDefault() {
		ModuleContext.runner()
			.withPropertyValues(ModuleContext.module("guest", TestLibraries.greeter("guest", "Hello")))
			.run((context) -> context.getBean(ModuleRegistry.class).get("guest").reload());
		assertThat(TestLibraries.mapped("guest")).isEmpty();
	}

	private static void assertRefused(NativeModule module) {
		UnloadReport report = module.unload();
		assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
		assertThat(report.reason()).isEqualTo(Reason.UNLOADING_OFF);
	}

	record Located(@RelibModule("target/test-modules/lodger/liblodger.so") NativeModule module) {

	}

}
