// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.cppthreadlocals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.module.ModuleState;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import dev.relib.test.CppModule;
import dev.relib.test.ModuleRecords;
import dev.relib.test.PoolThreads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * {@code thread_local} objects with destructors, on threads that outlive the module and
 * on threads that end before it.
 */
class CppThreadLocalsTests {

	private static final int THREADS = 4;

	private static final int RELOADS = 10;

	private static Path library;

	private final ModuleRecords records = new ModuleRecords("cppthreadlocals");

	private ModuleRegistry registry;

	private NativeModule module;

	private CppLocals locals;

	@BeforeAll
	static void compile(@TempDir Path directory) {
		library = CppModule.compile(directory, "cppthreadlocals", "cpp_locals");
	}

	@BeforeEach
	void load() {
		this.registry = ModuleRegistry.builder().build();
		this.module = this.registry.add(new ModuleDefinition("cppthreadlocals", library));
		this.locals = this.module.exports(CppLocals.class);
	}

	@AfterEach
	void leavesNothing() {
		this.records.close();
		if (this.module.state() == ModuleState.LOADED) {
			assertUnloaded(this.module.unload());
		}
		this.registry.close();
	}

	@Test
	void keepNoModuleMappedOnPoolThreads() throws Exception {
		try (PoolThreads pool = new PoolThreads(THREADS)) {
			pool.onEach(() -> {
				this.locals.remember("once");
				this.locals.remember("twice");
				this.locals.chain();
				return this.locals.count();
			});
			UnloadReport report = this.module.unload();
			assertUnloaded(report);
			assertThat(report.leakReport().destructors().abandoned()).isZero();
			assertThat(this.records.count("dropped first of once twice")).isEqualTo(THREADS);
			assertThat(this.records.count("dropped second of once twice")).isEqualTo(THREADS);
			assertThat(this.records.count("dropped late of nobody")).isEqualTo(THREADS);
		}
		assertThat(this.records.texts()).as("also after the threads have ended").hasSize(3 * THREADS);
	}

	@Test
	void startAnewWithEachGeneration() throws Exception {
		try (PoolThreads pool = new PoolThreads(THREADS)) {
			for (int i = 0; i < RELOADS; i++) {
				List<Integer> counts = pool.onEach(() -> {
					assertThat(this.locals.remember("again")).isOne();
					return this.locals.count();
				});
				assertThat(counts).containsOnly(1);
				assertUnloaded(this.module.reload().previous());
				assertThat(this.records.count("dropped first of again")).isEqualTo((i + 1) * THREADS);
				assertThat(this.records.count("dropped second of again")).isEqualTo((i + 1) * THREADS);
			}
		}
		assertThat(this.records.count("dropped first of again")).isEqualTo(RELOADS * THREADS);
		assertThat(this.records.count("dropped second of again")).isEqualTo(RELOADS * THREADS);
	}

	@Test
	void areDestroyedByTheirOwnThreadIfItEndsFirst() throws Exception {
		for (int i = 1; i <= THREADS; i++) {
			onABriefThread(() -> {
				this.locals.remember("briefly");
				this.locals.chain();
				return null;
			});
			int ended = i;
			await().untilAsserted(() -> assertThat(this.records.count("dropped first of briefly")).isEqualTo(ended));
			assertThat(this.records.count("dropped second of briefly")).isEqualTo(ended);
			assertThat(this.records.count("dropped late of nobody")).isEqualTo(ended);
		}
		assertUnloaded(this.module.unload());
		assertThat(this.records.count("dropped first of briefly")).isEqualTo(THREADS);
	}

	/**
	 * Either the ending thread or the unload runs the destructors, whichever is first.
	 */
	@Test
	void areDestroyedOnceIfTheirThreadEndsDuringTheUnload() throws Exception {
		for (int i = 1; i <= RELOADS; i++) {
			CompletableFuture<UnloadReport> unloading;
			try (PoolThreads pool = new PoolThreads(THREADS)) {
				pool.onEach(() -> this.locals.remember("at last"));
				unloading = CompletableFuture.supplyAsync(this.module::unload);
			}
			assertUnloaded(unloading.get(10, TimeUnit.SECONDS));
			assertThat(this.records.count("dropped first of at last")).isEqualTo(i * THREADS);
			assertThat(this.records.count("dropped second of at last")).isEqualTo(i * THREADS);
			this.module.load();
		}
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void keepNoModuleMappedOnTheCarriersOfVirtualThreads() throws Exception {
		ExecutorService virtual = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor")
			.invoke(null);
		for (int i = 0; i < RELOADS; i++) {
			List<Future<Integer>> calls = new ArrayList<>();
			for (int k = 0; k < 200; k++) {
				calls.add(virtual.submit(() -> this.locals.remember("virtually")));
			}
			for (Future<Integer> call : calls) {
				assertThat(call.get(5, TimeUnit.SECONDS)).isPositive();
			}
			assertUnloaded(this.module.reload().previous());
			assertThat(this.records.texts().stream().filter((text) -> text.startsWith("dropped first")))
				.extracting((text) -> text.split("virtually", -1).length - 1)
				.satisfies((counts) -> assertThat(sum(counts)).isEqualTo(calls.size()));
			this.records.clear();
		}
		virtual.shutdown();
	}

	@Test
	void ofTheStandardLibraryAreDestroyedToo() throws Exception {
		try (PoolThreads pool = new PoolThreads(THREADS)) {
			for (int i = 0; i < RELOADS; i++) {
				pool.onEach(() -> {
					this.locals.allocateFromAPool(100);
					return null;
				});
				assertUnloaded(this.module.reload().previous());
			}
		}
	}

	@Test
	void fulfilAPromiseAtTheEndOfTheThread() throws Exception {
		assertThat(onABriefThread(() -> {
			this.locals.promise();
			return this.locals.isKept();
		})).isFalse();
		await().untilAsserted(() -> assertThat(this.locals.isKept()).isTrue());
	}

	@Test
	void ofAThreadThatLivesOnFulfilAPromiseInTheUnload() throws Exception {
		try (PoolThreads pool = new PoolThreads(1)) {
			assertThat(pool.onEach(() -> {
				this.locals.promise();
				return this.locals.isKept();
			})).containsExactly(false);
			UnloadReport report = this.module.unload();
			assertUnloaded(report);
			assertThat(report.leakReport().destructors().run()).isOne();
		}
	}

	private static int sum(List<? extends Integer> numbers) {
		return numbers.stream().mapToInt(Integer::intValue).sum();
	}

	/**
	 * Returns when the Java thread has ended. Its native destructors may still run.
	 */
	private static <T> T onABriefThread(Callable<T> call) throws Exception {
		FutureTask<T> task = new FutureTask<>(call);
		Thread thread = new Thread(task);
		thread.start();
		thread.join();
		return task.get();
	}

	private static void assertUnloaded(UnloadReport report) {
		assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.UNLOADED);
		assertThat(report.mappings()).isEmpty();
		assertThat(report.leaks().count()).isZero();
	}

}
