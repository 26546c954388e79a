// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.injection;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.autoconfigure.plugin.Worker;
import dev.relib.failure.ModuleClosedException;
import dev.relib.module.ModuleState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Lazy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class LazyInjectionTests {

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withPropertyValues(ModuleContext.module("worker", TestLibraries.worker()));

	@Test
	void findsTheModuleAtTheFirstCall() {
		TestLibraries.greeter();
		this.runner.withBean(Consumer.class).run((context) -> {
			ModuleRegistry registry = context.getBean(ModuleRegistry.class);
			assertThat(registry.modules()).extracting(NativeModule::name).containsExactly("worker");
			assertThat(context.getBean(Consumer.class).greeter.greet("Ada")).isEqualTo("Hello, Ada");
			assertThat(registry.modules()).extracting(NativeModule::name).containsExactly("worker", "greeter");
		});
	}

	@Test
	void doesNotWaitForAnUnload() {
		this.runner.withBean(Consumer.class).run((context) -> {
			NativeModule module = context.getBean(ModuleRegistry.class).get("worker");
			Worker worker = context.getBean(Consumer.class).worker;
			worker.restBeforeUnload(2000);
			CompletableFuture<?> unload = CompletableFuture.runAsync(module::unload);
			Awaitility.await().until(() -> module.state() == ModuleState.UNLOADING);
			long before = System.nanoTime();
			assertThatExceptionOfType(ModuleClosedException.class).isThrownBy(() -> worker.rest(1));
			assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
			unload.join();
		});
	}

	@Test
	void failsAtTheFirstCall() {
		this.runner.withBean(Mistaken.class)
			.run((context) -> assertThatNoException().isThrownBy(() -> context.getBean(Mistaken.class)));
	}

	record Consumer(@Lazy @RelibModule("worker") Worker worker,
			@Lazy @RelibModule("target/test-modules/greeter/libgreeter.so") Greeter greeter) {

	}

	record Mistaken(@Lazy @RelibModule("unknown") Worker worker) {

	}

}
