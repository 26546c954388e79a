package dev.relib.autoconfigure.properties;

import java.util.function.Supplier;

import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.failure.UnloadRefusedException;
import dev.relib.module.UnloadReport.Reason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Modules stay until the process ends if that is wanted, whether they are configured or
 * named by their location.
 */
class UnloadingTests {

	@BeforeAll
	static void compileTheOneThatIsLocated() {
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
				assertRefused(configured::unload);
				assertRefused(configured::reload);
				assertRefused(located::unload);
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

	private static void assertRefused(Supplier<?> order) {
		assertThatExceptionOfType(UnloadRefusedException.class).isThrownBy(order::get)
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.UNLOADING_OFF));
	}

	record Located(@RelibModule("target/test-modules/lodger/liblodger.so") NativeModule module) {

	}

}
