// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

import dev.relib.failure.ModuleClosedException;
import dev.relib.module.CallTiming;
import dev.relib.module.ModuleState;
import dev.relib.os.ProcessFence;
import org.jspecify.annotations.Nullable;

/**
 * Callers of all kinds on two modules that call each other, while both are closed,
 * reopened and replaced at any moment: threads that last and threads for a few calls, in
 * a table with fewer bins than threads, and virtual threads that change their carriers
 * inside of calls.
 */
final class MixedCallers {

	private static final int BIN_BITS = 2;

	/** A yield costs milliseconds on a busy machine. */
	private static final int SPINS = 1000;

	private static final int LASTING = 6;

	private static final int VIRTUAL = 20;

	private final ClosedGenerations closed = new ClosedGenerations();

	private final CallStacks stacks;

	private final Module[] modules;

	private final AtomicLong calls = new AtomicLong();

	private final AtomicLong refused = new AtomicLong();

	private final Queue<String> faults = new ConcurrentLinkedQueue<>();

	private volatile boolean stop;

	MixedCallers(@Nullable ProcessFence fence) {
		this.stacks = new CallStacks(BIN_BITS, () -> Long.MAX_VALUE, fence, () -> 0, CallTiming.OFF);
		this.modules = new Module[] { new Module(), new Module() };
	}

	/** Runs until the time is over; ends at the first fault. */
	String run(Duration time) throws Exception {
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < LASTING; i++) {
			threads.add(start(false, this::callAgainAndAgain));
		}
		threads.add(start(false, this::startBriefThreads));
		for (int i = 0; i < VIRTUAL && Runtime.version().feature() >= 21; i++) {
			threads.add(start(true, this::callAgainAndAgain));
		}
		long end = System.nanoTime() + time.toNanos();
		long id = 0;
		while (System.nanoTime() < end && this.faults.isEmpty()) {
			for (Module module : this.modules) {
				module.change(++id);
			}
		}
		this.stop = true;
		for (Thread thread : threads) {
			thread.join();
		}
		for (Module module : this.modules) {
			module.closeForEver();
		}
		return this.faults.size() + " uses after close, " + this.calls + " calls, " + id + " generations, "
				+ this.refused + " refused calls " + this.faults;
	}

	private static Thread start(boolean virtual, Runnable work) throws ReflectiveOperationException {
		if (virtual) {
			return (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
		}
		Thread thread = new Thread(work);
		thread.start();
		return thread;
	}

	private void startBriefThreads() {
		while (!this.stop) {
			Thread thread = new Thread(() -> {
				for (int i = 0; i < 3; i++) {
					call(0, null);
				}
			});
			thread.start();
			try {
				thread.join();
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	private void callAgainAndAgain() {
		while (!this.stop) {
			call(0, null);
		}
	}

	/** Calls one of the modules, and from inside the same or the other one. */
	private void call(int depth, @Nullable CallFrame @Nullable [] outer) {
		int number = ThreadLocalRandom.current().nextInt(2);
		Module module = this.modules[number];
		try {
			CallFrame frame = module.guard.enter();
			try {
				this.calls.incrementAndGet();
				CallFrame[] inside = (outer != null) ? outer.clone() : new CallFrame[2];
				CallFrame nesting = inside[number];
				check(nesting == null || nesting.generation() == frame.generation(), "a nested call has changed sides");
				inside[number] = frame;
				work(frame, depth, inside);
			}
			finally {
				module.guard.exit(frame);
			}
		}
		catch (ModuleClosedException ex) {
			check(outer == null || outer[number] == null, "a nested call was refused");
			this.refused.incrementAndGet();
		}
	}

	private void work(CallFrame frame, int depth, @Nullable CallFrame[] inside) {
		long id = frame.generation().id();
		int what = ThreadLocalRandom.current().nextInt(4);
		if (what == 0) {
			Thread.yield();
		}
		if (what < 2 && depth < 4) {
			call(depth + 1, inside);
		}
		for (int i = 0; i < 50; i++) {
			check(!this.closed.has(id), "a generation is used after its close");
		}
	}

	private void check(boolean so, String fault) {
		if (!so) {
			this.faults.add(fault);
		}
	}

	/** A module whose generations come and go. */
	private final class Module {

		private final CallGuard guard = new CallGuard(MixedCallers.this.stacks,
				() -> ModuleClosedException.notLoaded("test", ModuleState.UNLOADED));

		private @Nullable Generation serving;

		/** Replaces, closes or reopens the generation that serves. */
		void change(long id) {
			Generation before = this.serving;
			Generation next = CallGuardTests.generation(id);
			boolean reopens = id % 3 == 0;
			if (id % 2 == 0) {
				this.guard.close();
			}
			else {
				this.guard.open(next);
			}
			if (before != null && reopens && this.guard.callsInFlight(before) > 0) {
				this.guard.open(before);
				close(next);
				return;
			}
			if (before != null) {
				close(before);
			}
			this.guard.open(next);
			this.serving = next;
		}

		/** Closes a generation that serves no more. */
		void close(Generation gone) {
			for (int i = 1; this.guard.callsInFlight(gone) > 0; i++) {
				if (i % SPINS == 0) {
					Thread.yield();
				}
			}
			MixedCallers.this.closed.add(gone.id());
			this.guard.forget(gone);
		}

		void closeForEver() {
			Generation last = this.serving;
			this.guard.close();
			if (last != null) {
				check(this.guard.callsInFlight(last) == 0, "a call has not ended");
			}
		}

	}

}
