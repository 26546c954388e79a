// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.refusedunload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

import dev.relib.module.UnloadReport;
import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleEvent;
import dev.relib.ModuleListener;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.RelibExports;
import dev.relib.failure.ModuleClosedException;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.Cleanup;
import dev.relib.module.LeakReport;
import dev.relib.module.ModuleState;
import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * An unload that is not safe is refused with its reason. The module keeps serving, and
 * the unload can be tried again.
 */
class RefusedUnloadTests {

	@TempDir
	private Path directory;

	private ModuleRegistry registry;

	private NativeModule module;

	private Worker worker;

	private volatile IntSupplier answer = () -> 42;

	private ModuleListener listener = (event) -> {
	};

	@BeforeEach
	void load() {
		Path library = NativeFixture.in(this.directory)
			.kit()
			.bindings("worker", "boss")
			.source(RefusedUnloadTests.class, "refusedunload.c")
			.compile("worker");
		this.registry = ModuleRegistry.builder()
			.unloadOptions(new UnloadOptions(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofMillis(300),
					Cleanup.ALL))
			.imports(ImportBinding.of(Boss.class, () -> this.answer.getAsInt()))
			.listener((event) -> this.listener.onEvent(event))
			.build();
		this.module = this.registry.add(new ModuleDefinition("worker", library));
		this.worker = this.module.exports(Worker.class);
	}

	@AfterEach
	void unloadsInTheEnd() throws IOException {
		if (this.module.state() == ModuleState.LOADED) {
			assertThat(this.worker.ask()).isEqualTo(42);
			assertThat(this.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		}
		assertThat(Files.readString(Path.of("/proc/self/maps"))).doesNotContain("libworker");
		this.registry.close();
	}

	@Test
	void waitsForCallsAndGivesUp() throws Exception {
		CountDownLatch inside = new CountDownLatch(1);
		CountDownLatch finish = new CountDownLatch(1);
		this.answer = () -> {
			inside.countDown();
			awaitLatch(finish);
			return 1;
		};
		CompletableFuture<Integer> call = CompletableFuture.supplyAsync(this.worker::ask);
		awaitLatch(inside);
		UnloadReport report = refused(Reason.CALLS_IN_FLIGHT);
		assertThat(report.callsInFlight()).isEqualTo(1);
		assertThat(report.duration()).isBetween(Duration.ofMillis(300), Duration.ofMillis(2000));
		assertThat(this.module.info().serving().callsInFlight()).isEqualTo(1);
		this.answer = () -> 42;
		assertThat(this.worker.ask()).isEqualTo(42);
		finish.countDown();
		assertThat(call.get(5, TimeUnit.SECONDS)).isEqualTo(1);
	}

	@Test
	void waitsForACallThatReturnsInTime() throws Exception {
		CountDownLatch inside = new CountDownLatch(1);
		this.answer = () -> {
			inside.countDown();
			sleep(100);
			return 7;
		};
		CompletableFuture<Integer> call = CompletableFuture.supplyAsync(this.worker::ask);
		awaitLatch(inside);
		assertThat(this.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(call.get(5, TimeUnit.SECONDS)).isEqualTo(7);
	}

	@Test
	void refusesAnUnloadFromInsideACall() {
		this.answer = () -> {
			refused(Reason.INSIDE_CALL);
			return 5;
		};
		assertThat(this.worker.ask()).isEqualTo(5);
		this.answer = () -> 42;
	}

	@Test
	void refusesToUnloadTwice() {
		assertThat(this.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		refused(Reason.NOT_LOADED);
		assertThat(this.module.state()).isEqualTo(ModuleState.UNLOADED);
	}

	@Test
	void listsARunningThread() {
		this.worker.startThread();
		UnloadReport report = refused(Reason.THREADS_RUNNING);
		assertThat(report.threads()).singleElement().satisfies((thread) -> {
			assertThat(thread.name()).isEqualTo("stubborn");
			assertThat(thread.origin()).startsWith("worker_start_thread+0x");
			assertThat(Path.of("/proc/self/task/" + thread.id())).isDirectory();
			assertThat(report.describe())
				.contains("'stubborn' (id " + thread.id() + ", started by " + thread.origin() + ")");
		});
		assertThat(this.module.info().serving().threads()).hasSize(1);
		this.worker.prepare(1);
	}

	@Test
	void keepsTheModuleWhenBeforeUnloadPanics() {
		this.worker.prepare(2);
		assertThat(refused(Reason.BEFORE_UNLOAD_FAILED).describe()).contains("not now");
		this.worker.prepare(0);
	}

	@Test
	void keepsTheModuleWhenAnImportOfBeforeUnloadFails() {
		this.worker.prepare(3);
		this.answer = () -> {
			throw new IllegalStateException("no time");
		};
		assertThat(refused(Reason.BEFORE_UNLOAD_FAILED).describe()).contains("no time");
		this.answer = () -> 42;
	}

	@Test
	void refusesAnUnloadFromInsideBeforeUnload() {
		this.worker.prepare(3);
		CompletableFuture<UnloadReport> inner = new CompletableFuture<>();
		this.answer = () -> {
			inner.complete(this.module.unload());
			return 42;
		};
		assertThat(this.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(inner.join().reason()).isEqualTo(Reason.INSIDE_CALL);
	}

	@Test
	void givesUpOnABlockedBeforeUnload() throws Exception {
		CountDownLatch finish = new CountDownLatch(1);
		this.worker.prepare(3);
		this.answer = () -> {
			awaitLatch(finish);
			return 42;
		};
		refused(Reason.BEFORE_UNLOAD_RUNNING);
		refused(Reason.BEFORE_UNLOAD_RUNNING);
		finish.countDown();
		this.answer = () -> 42;
	}

	@Test
	void waitsForCallsAlsoWhenAnEarlierBeforeUnloadHasReturnedLate() throws Exception {
		CountDownLatch finishBeforeUnload = new CountDownLatch(1);
		this.worker.prepare(3);
		this.answer = () -> {
			awaitLatch(finishBeforeUnload);
			return 42;
		};
		refused(Reason.BEFORE_UNLOAD_RUNNING);
		finishBeforeUnload.countDown();
		this.worker.prepare(0);
		CountDownLatch inside = new CountDownLatch(1);
		CountDownLatch finish = new CountDownLatch(1);
		this.answer = () -> {
			inside.countDown();
			awaitLatch(finish);
			return 7;
		};
		CompletableFuture<Integer> call = CompletableFuture.supplyAsync(this.worker::ask);
		awaitLatch(inside);
		refused(Reason.CALLS_IN_FLIGHT);
		finish.countDown();
		assertThat(call.get(5, TimeUnit.SECONDS)).isEqualTo(7);
		this.answer = () -> 42;
	}

	@Test
	void unloadsInAThreadThatIsInterrupted() {
		Thread.currentThread().interrupt();
		assertThat(this.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void losesNoGenerationToAListenerThatThrows() {
		this.listener = (event) -> {
			throw new AssertionError("a listener failed");
		};
		assertThat(this.module.reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
	}

	@Test
	void refusesToInjectAnInterfaceWhileNothingIsLoaded() {
		this.module.unload();
		assertThatExceptionOfType(ModuleClosedException.class).isThrownBy(() -> this.module.exports(Unknown.class));
		this.module.load();
		assertThat(this.worker.ask()).isEqualTo(42);
	}

	@Test
	void refusesModulesOnceItIsClosed() {
		this.registry.close();
		assertThatExceptionOfType(ModuleClosedException.class)
			.isThrownBy(() -> this.registry.add(new ModuleDefinition("late", this.directory.resolve("libworker.so"))));
	}

	@Test
	void refusesCallsAfterTheUnload() {
		this.module.unload();
		assertThatExceptionOfType(ModuleClosedException.class).isThrownBy(this.worker::ask)
			.withMessageContaining("module 'worker' is unloaded");
		this.module.load();
		assertThat(this.worker.ask()).isEqualTo(42);
	}

	@Test
	void keepsAReplacedGenerationThatIsInUseAndTriesAgain() {
		this.worker.startThread();
		this.worker.prepare(4);
		assertThat(this.module.reload().previous().reason()).isEqualTo(Reason.THREADS_RUNNING);
		assertThat(this.module.info().retired()).singleElement()
			.satisfies((left) -> assertThat(left.threads()).hasSize(1));
		assertThat(this.worker.ask()).isEqualTo(42);
		await().untilAsserted(() -> {
			this.module.reload();
			assertThat(this.module.info().retired()).isEmpty();
		});
	}

	@Test
	void keepsAHistoryOfEvents() {
		this.worker.prepare(2);
		refused(Reason.BEFORE_UNLOAD_FAILED);
		this.worker.prepare(0);
		this.module.unload();
		assertThat(this.module.info().history()).extracting(ModuleEvent::kind)
			.containsExactly(ModuleEvent.Kind.UNLOADED, ModuleEvent.Kind.UNLOAD_REFUSED, ModuleEvent.Kind.LOADED);
	}

	private UnloadReport refused(Reason reason) {
		UnloadReport report = this.module.unload();
		System.out.println("| " + reason + " | " + report.describe() + " |");
		assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
		assertThat(report.reason()).isEqualTo(reason);
		assertThat(report.leakReport()).isEqualTo(LeakReport.NOT_COUNTED);
		return report;
	}

	@RelibExports
	interface Unknown {

		void unheard();

	}

	private static void awaitLatch(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void sleep(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
