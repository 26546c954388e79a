// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.properties;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import dev.relib.module.UnloadReport;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.autoconfigure.plugin.Worker;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An unload waits for the configured timeouts, and no longer.
 */
class UnloadTimeoutTests {

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withPropertyValues(ModuleContext.module("worker", TestLibraries.worker()));

	@Test
	void waitsForCallsInFlight() {
		this.runner.withPropertyValues("relib.unload.drain-timeout=100ms").run((context) -> {
			NativeModule module = context.getBean(ModuleRegistry.class).get("worker");
			Worker worker = context.getBean(Worker.class);
			CompletableFuture<?> call = CompletableFuture.runAsync(() -> worker.rest(1000));
			Awaitility.await().until(() -> module.info().serving().callsInFlight() == 1);
			assertRefused(module, Reason.CALLS_IN_FLIGHT);
			call.join();
		});
	}

	@Test
	void waitsForBeforeUnload() {
		this.runner.withPropertyValues("relib.unload.before-unload-timeout=100ms").run((context) -> {
			context.getBean(Worker.class).restBeforeUnload(1000);
			NativeModule module = context.getBean(ModuleRegistry.class).get("worker");
			assertRefused(module, Reason.BEFORE_UNLOAD_RUNNING);
			context.getBean(Worker.class).restBeforeUnload(0);
			Awaitility.await().until(() -> module.info().serving().callsInFlight() == 0);
		});
	}

	@Test
	void waitsForThreads() {
		this.runner.withPropertyValues("relib.unload.threads-timeout=100ms").run((context) -> {
			Worker worker = context.getBean(Worker.class);
			worker.start();
			assertRefused(context.getBean(ModuleRegistry.class).get("worker"), Reason.THREADS_RUNNING);
			worker.stop();
		});
	}

	@Test
	void keepsAModuleThatCanNotBeUnloadedWhenTheContextIsClosed() {
		ModuleContext.runner()
			.withPropertyValues(
					ModuleContext.module("stubborn", TestLibraries.compile("stubborn", "working.c", "worker")),
					"relib.unload.threads-timeout=100ms")
			.run((context) -> context.getBean(Worker.class).start());
		assertThat(TestLibraries.mapped("stubborn")).isNotEmpty();
	}

	private static void assertRefused(NativeModule module, Reason reason) {
		UnloadReport report = module.unload();
		assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
		assertThat(report.reason()).isEqualTo(reason);
		assertThat(report.duration()).isBetween(Duration.ofMillis(100), Duration.ofMillis(900));
	}

}
