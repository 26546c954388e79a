// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.soak;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.ModuleClosedException;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import dev.relib.test.ProcessFigures;

/**
 * Repeatedly loads and unloads a module that leaks and starts threads, while other
 * threads call it. Exits with 0 if nothing stays behind.
 */
public final class SoakProgram {

	private static final int CALLERS = 4;

	private static final int SETTLED = 200;

	/** A fixed number per cycle, so that cycles are comparable on any machine. */
	private static final int LEAKING_CALLS = 100;

	private final CyclicBarrier barrier = new CyclicBarrier(CALLERS + 1);

	private final AtomicLong calls = new AtomicLong();

	private final AtomicLong leakedCount = new AtomicLong();

	private final AtomicLong leakedBytes = new AtomicLong();

	private final AtomicReference<Throwable> failure = new AtomicReference<>();

	private SoakProgram() {
	}

	/** Runs with the path of the library and the number of cycles as arguments. */
	public static void main(String[] arguments) throws Exception {
		new SoakProgram().run(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
		System.exit(0);
	}

	private void run(Path library, int cycles) throws Exception {
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = registry.add(new ModuleDefinition("soak", library));
			Soak soak = module.exports(Soak.class);
			List<Thread> callers = startCallers(soak);
			ProcessFigures settled = null;
			long started = System.nanoTime();
			for (int cycle = 1; cycle <= cycles; cycle++) {
				if (cycle > 1) {
					module.load();
				}
				soak.startThreads(3);
				cycle(module, cycle);
				if (cycle == SETTLED) {
					settled = ProcessFigures.now("libsoak");
				}
			}
			long nanos = System.nanoTime() - started;
			callers.forEach(Thread::interrupt);
			report(cycles, nanos, settled, ProcessFigures.now("libsoak"));
		}
	}

	private void cycle(NativeModule module, int cycle) throws Exception {
		this.leakedCount.set(0);
		this.leakedBytes.set(0);
		long before = this.calls.get();
		await();
		while (this.calls.get() < before + 20) {
			Thread.onSpinWait();
		}
		UnloadReport report = module.unload();
		await();
		check(this.failure.get() == null, "a caller failed: " + this.failure.get());
		check(report.outcome() == Outcome.UNLOADED, "cycle " + cycle + ": " + report);
		check(report.leaks().count() == this.leakedCount.get() && report.leaks().bytes() == this.leakedBytes.get(),
				"cycle " + cycle + ": leaked " + this.leakedCount + " blocks, " + this.leakedBytes + " bytes, reported "
						+ report.leaks());
		check(report.leaks().freedCount() == report.leaks().count(), "not all leaks were freed: " + report.leaks());
	}

	private List<Thread> startCallers(Soak soak) {
		List<Thread> callers = new ArrayList<>();
		for (int i = 0; i < CALLERS; i++) {
			Thread caller = new Thread(() -> call(soak), "caller-" + i);
			caller.setDaemon(true);
			caller.start();
			callers.add(caller);
		}
		return callers;
	}

	private void call(Soak soak) {
		try {
			while (true) {
				await();
				callUntilClosed(soak);
				await();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (Throwable ex) {
			this.failure.compareAndSet(null, ex);
			ex.printStackTrace();
			System.exit(3);
		}
	}

	private void callUntilClosed(Soak soak) {
		for (int i = 1;; i++) {
			int count = (i <= LEAKING_CALLS) ? i % 7 : 0;
			int bytes = 1 + i % 1000;
			try {
				soak.leak(count, bytes);
				this.leakedCount.addAndGet(count);
				this.leakedBytes.addAndGet((long) count * bytes);
				check(new String(soak.work("text " + i)).equals("text " + i), "wrong text");
				this.calls.incrementAndGet();
			}
			catch (ModuleClosedException ex) {
				return;
			}
		}
	}

	private void await() throws InterruptedException {
		try {
			this.barrier.await(60, TimeUnit.SECONDS);
		}
		catch (BrokenBarrierException | TimeoutException ex) {
			throw new InterruptedException("stopped");
		}
	}

	private void report(int cycles, long nanos, ProcessFigures settled, ProcessFigures end) {
		System.out.printf("%d cycles in %.1f s (%.2f ms each), %d calls by %d threads%n", cycles, nanos / 1e9,
				nanos / 1e6 / cycles, this.calls.get(), CALLERS);
		System.out.println("after cycle " + SETTLED + ": " + settled);
		System.out.println("after cycle " + cycles + ": " + end);
		check(end.libraryMappings() == 0, "mappings left");
		check(end.descriptors() == settled.descriptors(), "descriptors differ");
		check(end.addressSpaceKib() <= settled.addressSpaceKib() * 1.01, "address space grew by more than 1 %");
		check(end.residentKib() <= settled.residentKib() * 1.05, "resident memory grew by more than 5 %");
	}

	private static void check(boolean condition, String problem) {
		if (!condition) {
			System.out.println("FAILED: " + problem);
			System.exit(2);
		}
	}

}
