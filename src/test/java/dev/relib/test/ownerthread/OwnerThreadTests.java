// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.ownerthread;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.ModulePanicException;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ModuleOptions;
import dev.relib.module.Threading;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * All code of a module with {@link Threading#OWNER} runs on one thread, whichever thread
 * calls it.
 */
class OwnerThreadTests {

	private UnaryOperator<String> answer = UnaryOperator.identity();

	private ModuleRegistry registry;

	private NativeModule module;

	private Single single;

	@BeforeEach
	void load(@TempDir Path directory) {
		Path library = NativeFixture.in(directory)
			.kit()
			.bindings("single", "single_host")
			.source(OwnerThreadTests.class, "ownerthread.c")
			.compile("single");
		SingleHost host = (question) -> this.answer.apply(question);
		this.registry = ModuleRegistry.builder().imports(ImportBinding.of(SingleHost.class, host)).build();
		this.module = this.registry
			.add(new ModuleDefinition("single", library, ModuleOptions.builder().threading(Threading.OWNER).build()));
		this.single = this.module.exports(Single.class);
	}

	@AfterEach
	void close() {
		this.registry.close();
	}

	@Test
	void runsTheCallsOfAllThreadsOnOne() throws Exception {
		long thread = this.single.thread();
		ExecutorService callers = Executors.newFixedThreadPool(4);
		assertThat(threadsSeenBy(callers)).containsOnly(thread);
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void runsTheCallsOfVirtualThreadsOnIt() throws Exception {
		ExecutorService callers = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor")
			.invoke(null);
		assertThat(threadsSeenBy(callers)).containsOnly(this.single.thread());
	}

	private List<Long> threadsSeenBy(ExecutorService callers) throws Exception {
		List<Future<Long>> calls = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			calls.add(callers.submit(this.single::thread));
		}
		callers.shutdown();
		List<Long> threads = new ArrayList<>();
		for (Future<Long> call : calls) {
			threads.add(call.get());
		}
		return threads;
	}

	@Test
	void runsImportsAndWhatTheyCallOnIt() {
		List<Thread> threads = new ArrayList<>();
		this.answer = (question) -> {
			threads.add(Thread.currentThread());
			return question.isEmpty() ? String.valueOf(this.single.thread()) : this.single.ask(question.substring(1));
		};
		assertThat(this.single.ask("abc")).isEqualTo(String.valueOf(this.single.thread()));
		assertThat(threads).hasSize(4).containsOnly(threads.get(0)).doesNotContain(Thread.currentThread());
	}

	@Test
	void hasAnotherThreadForEachGeneration() {
		long first = this.single.thread();
		assertThat(this.module.reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(this.single.thread()).isNotEqualTo(first);
	}

	@Test
	void bringsAPanicToItsCaller() {
		assertThatExceptionOfType(ModulePanicException.class).isThrownBy(() -> this.single.panic("no ½"))
			.satisfies((ex) -> {
				assertThat(ex.panic()).isEqualTo("no ½");
				assertThat(ex.getStackTrace())
					.anyMatch((frame) -> frame.getClassName().startsWith(getClass().getName()));
			});
	}

	@Test
	void bringsTheExceptionOfAnImportToItsCaller() {
		RuntimeException failure = new IllegalStateException("no answer");
		this.answer = (question) -> {
			if (question.isEmpty()) {
				throw failure;
			}
			return this.single.ask("");
		};
		assertThatThrownBy(() -> this.single.ask("")).isSameAs(failure);
		assertThatThrownBy(() -> this.single.ask("nested")).isSameAs(failure);
		this.answer = UnaryOperator.identity();
		assertThat(this.single.ask("again")).isEqualTo("again");
	}

	@Test
	void countsWaitingCallersAndUnloadsAfterThem() throws Exception {
		CountDownLatch answered = new CountDownLatch(1);
		this.answer = (question) -> {
			await(answered);
			return question;
		};
		ExecutorService callers = Executors.newFixedThreadPool(3);
		List<Future<String>> calls = List.of(callers.submit(() -> this.single.ask("a")),
				callers.submit(() -> this.single.ask("b")));
		Awaitility.await().until(() -> this.module.info().serving().callsInFlight() == 2);
		Future<UnloadReport> unload = callers.submit(this.module::unload);
		assertThat(unload).isNotDone();
		answered.countDown();
		assertThat(List.of(calls.get(0).get(), calls.get(1).get())).containsExactly("a", "b");
		assertThat(unload.get().outcome()).isEqualTo(Outcome.UNLOADED);
		callers.shutdown();
	}

	@Test
	void refusesAnUnloadFromInsideACall() {
		this.answer = (question) -> this.module.unload().describe();
		assertThat(this.single.ask("")).contains("inside a call");
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
