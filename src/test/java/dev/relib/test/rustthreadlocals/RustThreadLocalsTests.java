// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustthreadlocals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.module.ModuleState;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import dev.relib.test.CargoModule;
import dev.relib.test.ModuleRecords;
import dev.relib.test.PoolThreads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Thread-locals with destructors, on threads that outlive the module and on threads that
 * end before it.
 */
class RustThreadLocalsTests {

	private static final int THREADS = 4;

	private final ModuleRecords records = new ModuleRecords("rustthreadlocals");

	private ModuleRegistry registry;

	private NativeModule module;

	private RustLocals locals;

	@BeforeEach
	void load() {
		this.registry = ModuleRegistry.builder().build();
		this.module = this.registry
			.add(new ModuleDefinition("rustthreadlocals", CargoModule.library("rustthreadlocals")));
		this.locals = this.module.exports(RustLocals.class);
	}

	@AfterEach
	void leavesNothing() throws IOException {
		this.records.close();
		if (this.module != null) {
			if (this.module.state() == ModuleState.LOADED) {
				this.module.unload();
			}
			assertThat(Files.readString(Path.of("/proc/self/maps"))).doesNotContain("librustthreadlocals");
			this.registry.close();
		}
	}

	@Test
	void keepNoModuleMappedOnPoolThreads() throws Exception {
		try (PoolThreads pool = new PoolThreads(THREADS)) {
			pool.onEach(() -> {
				this.locals.remember("once");
				this.locals.remember("twice");
				this.locals.chain();
				this.locals.useTheStandardLibrary();
				return this.locals.count();
			});
			UnloadReport report = this.module.unload();
			assertThat(report.outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(report.leakReport().destructors().run()).isGreaterThanOrEqualTo(3 * THREADS);
			assertThat(this.records.count("dropped first of once twice")).isEqualTo(THREADS);
			assertThat(this.records.count("dropped second of once twice")).isEqualTo(THREADS);
			assertThat(this.records.count("dropped late of nobody")).isEqualTo(THREADS);
		}
		assertThat(this.records.texts()).hasSize(3 * THREADS);
	}

	@Test
	void areDestroyedByTheirOwnThreadIfItEndsFirst() throws Exception {
		for (int i = 0; i < THREADS; i++) {
			Thread thread = new Thread(() -> {
				this.locals.remember("briefly");
				this.locals.chain();
			});
			thread.start();
			thread.join();
		}
		await().untilAsserted(() -> assertThat(this.records.texts()).hasSize(3 * THREADS));
		assertThat(this.records.count("dropped first of briefly")).isEqualTo(THREADS);
		assertThat(this.records.count("dropped second of briefly")).isEqualTo(THREADS);
		assertThat(this.records.count("dropped late of nobody")).isEqualTo(THREADS);
		assertThat(this.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(this.records.texts()).hasSize(3 * THREADS);
	}

	@Test
	void startAnewWithEachGeneration() throws Exception {
		try (PoolThreads pool = new PoolThreads(THREADS)) {
			for (int i = 0; i < 10; i++) {
				pool.onEach(() -> {
					assertThat(this.locals.remember("again")).isEqualTo(1);
					return this.locals.count();
				}).forEach((count) -> assertThat(count).isEqualTo(1));
				assertThat(this.module.reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
			}
		}
		assertThat(this.records.count("dropped first of again")).isEqualTo(10 * THREADS);
		assertThat(this.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void keepNoModuleMappedOnTheCarriersOfVirtualThreads() throws Exception {
		ExecutorService virtual = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor")
			.invoke(null);
		List<Future<Integer>> calls = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			calls.add(virtual.submit(() -> this.locals.remember("virtually")));
		}
		for (Future<Integer> call : calls) {
			assertThat(call.get(5, TimeUnit.SECONDS)).isPositive();
		}
		UnloadReport report = this.module.unload();
		assertThat(report.outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(report.leaks().count()).isZero();
		assertThat(this.records.texts()).filteredOn((text) -> text.startsWith("dropped first"))
			.extracting((text) -> text.split("virtually", -1).length - 1)
			.satisfies((counts) -> assertThat(counts.stream().mapToInt((count) -> count).sum()).isEqualTo(200));
		virtual.shutdown();
	}

}
