// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.strangerthread;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.ModuleClosedException;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadReport.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Threads of pools that have called a module keep its addresses on their stacks, where
 * they mean nothing. {@code -Dlook.unloads}, {@code -Dlook.threads} and
 * {@code -Dlook.rest} change how it runs.
 */
class BusyThreadsTests {

	private static final ModuleOptions PLAIN = ModuleOptions.builder().kind(ModuleKind.PLAIN).build();

	private static final int UNLOADS = Integer.getInteger("look.unloads", 300);

	private static final int THREADS = Integer.getInteger("look.threads", 20);

	/** In microseconds, after some calls. */
	private static final int REST = Integer.getInteger("look.rest", 1000);

	@Test
	void refuseNoUnload(@TempDir Path directory) throws Exception {
		Path library = NativeFixture.in(directory).source(getClass(), "busy.c").compile("busy");
		Path other = NativeFixture.in(directory).source(getClass(), "busy.c").compile("other");
		ExecutorService pool = Executors.newFixedThreadPool(THREADS);
		CountDownLatch done = new CountDownLatch(1);
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			BusyFunctions otherBusy = registry.add(new ModuleDefinition("other", other, PLAIN))
				.exports(BusyFunctions.class);
			otherBusy.startThreads(4);
			NativeModule module = registry.add(new ModuleDefinition("busy", library, PLAIN));
			BusyFunctions busy = module.exports(BusyFunctions.class);
			for (int i = 0; i < THREADS; i++) {
				pool.execute(() -> callBoth(busy, otherBusy, done));
			}
			for (int i = 0; i < UNLOADS; i++) {
				LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(300));
				assertThat(module.unload()).satisfies(
						(report) -> assertThat(report.outcome()).as(report.describe()).isEqualTo(Outcome.UNLOADED));
				module.load();
			}
			done.countDown();
			pool.shutdown();
			assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
			otherBusy.stopThreads();
		}
		finally {
			done.countDown();
		}
	}

	private static void callBoth(BusyFunctions busy, BusyFunctions other, CountDownLatch done) {
		while (done.getCount() > 0) {
			try {
				busy.work(ThreadLocalRandom.current().nextInt(50));
			}
			catch (ModuleClosedException ex) {
				Thread.yield();
			}
			other.work(ThreadLocalRandom.current().nextInt(50));
			switch (ThreadLocalRandom.current().nextInt(8)) {
				case 0 -> LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(REST));
				case 1 -> other.rest(REST);
				default -> Thread.onSpinWait();
			}
		}
	}

}
