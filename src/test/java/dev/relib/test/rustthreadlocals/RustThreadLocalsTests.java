package dev.relib.test.rustthreadlocals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.relib.module.UnloadReport;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.registry.ModuleDefinition;
import dev.relib.registry.ModuleRegistry;
import dev.relib.registry.ModuleState;
import dev.relib.registry.NativeModule;
import dev.relib.test.CargoModule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Thread-locals with destructors, on threads that outlive the module and on threads that
 * do not.
 */
class RustThreadLocalsTests {

	private static final int THREADS = 4;

	private final ListAppender<ILoggingEvent> records = new ListAppender<>();

	private ModuleRegistry registry;

	private NativeModule module;

	private RustLocals locals;

	@BeforeEach
	void load() {
		this.records.start();
		logger().setLevel(Level.INFO);
		logger().addAppender(this.records);
		this.registry = ModuleRegistry.builder().build();
		this.module = this.registry
			.add(new ModuleDefinition("rustthreadlocals", CargoModule.library("rustthreadlocals")));
		this.locals = this.module.exports(RustLocals.class);
	}

	@AfterEach
	void leavesNothing() throws IOException {
		logger().detachAppender(this.records);
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
		ExecutorService pool = Executors.newFixedThreadPool(THREADS);
		try {
			onAll(pool, () -> {
				this.locals.remember("once");
				this.locals.remember("twice");
				this.locals.chain();
				this.locals.useTheStandardLibrary();
				return this.locals.count();
			});
			UnloadReport report = this.module.unload();
			assertThat(report.outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(report.leftovers().destructors().run()).isGreaterThanOrEqualTo(3 * THREADS);
			assertThat(dropped("first of once twice")).isEqualTo(THREADS);
			assertThat(dropped("second of once twice")).isEqualTo(THREADS);
			assertThat(dropped("late of nobody")).isEqualTo(THREADS);
		}
		finally {
			pool.shutdown();
			assertThat(pool.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(this.records.list).hasSize(3 * THREADS);
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
		await().untilAsserted(() -> assertThat(this.records.list).hasSize(3 * THREADS));
		assertThat(dropped("first of briefly")).isEqualTo(THREADS);
		assertThat(dropped("second of briefly")).isEqualTo(THREADS);
		assertThat(dropped("late of nobody")).isEqualTo(THREADS);
		assertThat(this.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(this.records.list).hasSize(3 * THREADS);
	}

	@Test
	void beginAnewWithEachVersion() throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(THREADS);
		try {
			for (int i = 0; i < 10; i++) {
				onAll(pool, () -> {
					assertThat(this.locals.remember("again")).isEqualTo(1);
					return this.locals.count();
				}).forEach((count) -> assertThat(count).isEqualTo(1));
				assertThat(this.module.reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
			}
		}
		finally {
			pool.shutdown();
			assertThat(pool.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(dropped("first of again")).isEqualTo(10 * THREADS);
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
		assertThat(this.records.list).extracting(ILoggingEvent::getFormattedMessage)
			.filteredOn((text) -> text.startsWith("dropped first"))
			.extracting((text) -> text.split("virtually", -1).length - 1)
			.satisfies((counts) -> assertThat(counts.stream().mapToInt((count) -> count).sum()).isEqualTo(200));
		virtual.shutdown();
	}

	private List<Integer> onAll(ExecutorService pool, Callable<Integer> call) throws Exception {
		CyclicBarrier all = new CyclicBarrier(THREADS);
		List<Future<Integer>> calls = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			calls.add(pool.submit(() -> {
				all.await(5, TimeUnit.SECONDS);
				return call.call();
			}));
		}
		List<Integer> results = new ArrayList<>();
		for (Future<Integer> result : calls) {
			results.add(result.get(10, TimeUnit.SECONDS));
		}
		return results;
	}

	private long dropped(String text) {
		return this.records.list.stream()
			.filter((event) -> event.getFormattedMessage().equals("dropped " + text))
			.count();
	}

	private static Logger logger() {
		return (Logger) LoggerFactory.getLogger("relib.rustthreadlocals");
	}

}
