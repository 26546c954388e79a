// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

import dev.relib.link.jna.JnaLinker;
import dev.relib.os.ProcessFence;
import dev.relib.runtime.RuntimeLibrary;
import org.jspecify.annotations.Nullable;

/**
 * Callers and a drain, in a JVM of its own: all calls of a process have marks of one
 * kind. A generation is closed when the drain has found it idle, and a caller that sees
 * its generation closed ends the run.
 */
final class GuardProof {

	/** About 100 ns: most shorter calls end before their generation is closed. */
	private static final int READS = 200;

	/**
	 * A control is caught within seconds where both threads have a core, and later on a
	 * busy machine.
	 */
	private static final Duration LONGEST = Duration.ofMinutes(4);

	/** A caller gets few turns on a busy machine. */
	private static final long ENOUGH_CALLS = 1000;

	/** A yield costs milliseconds on a busy machine. */
	private static final int SPINS = 1000;

	private final ClosedGenerations closed = new ClosedGenerations();

	/** By caller; written without a fence, which would order the caller's mark. */
	private final AtomicLongArray calls;

	private final AtomicLong usesAfterClose = new AtomicLong();

	private final GuardProtocol guard;

	private volatile boolean stop;

	private GuardProof(GuardProtocol guard, int callers) {
		this.guard = guard;
		this.calls = new AtomicLongArray(callers);
	}

	/**
	 * Runs callers and a drain.
	 * @param arguments the kind of mark, the seconds of each run, and the runs: how many
	 * callers, or what is left out of the guard
	 */
	public static void main(String[] arguments) throws Exception {
		ProcessFence fence = fence(arguments[0]);
		Duration time = Duration.ofSeconds(Long.parseLong(arguments[1]));
		for (String run : List.of(arguments).subList(2, arguments.length)) {
			String found = switch (run) {
				case "release-store" -> new GuardProof(GuardProtocol.withReleaseStore(), 1).run(LONGEST);
				case "no-second-look" -> new GuardProof(GuardProtocol.withoutSecondLook(), 1).run(LONGEST);
				case "until-caught" -> new GuardProof(GuardProtocol.real(fence), 1).run(LONGEST);
				case "mixed" -> new MixedCallers(fence).run(time);
				default -> new GuardProof(GuardProtocol.real(fence), Integer.parseInt(run)).run(time);
			};
			System.out.println(run + ": " + found);
		}
		System.out.println(CallMark.current());
	}

	private static @Nullable ProcessFence fence(String mark) {
		ProcessFence real = RuntimeLibrary
			.shared(RuntimeLibrary.createDirectory(Path.of(System.getProperty("java.io.tmpdir"))), new JnaLinker())
			.fence();
		AtomicLong fences = new AtomicLong();
		return switch (mark) {
			case "asymmetric" -> real;
			case "without-fence" -> () -> 0;
			case "refused-later" -> () -> (fences.getAndIncrement() == 0) ? 0 : 1;
			default -> null;
		};
	}

	/**
	 * Ends at the first use after the close, or when the time is over and there were
	 * enough calls.
	 */
	private String run(Duration time) throws InterruptedException {
		Generation serving = CallGuardTests.generation(1);
		this.guard.open(serving);
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < this.calls.length(); i++) {
			int caller = i;
			Thread thread = new Thread(() -> call(caller));
			thread.start();
			threads.add(thread);
		}
		long started = System.nanoTime();
		long id = 1;
		while (this.usesAfterClose.get() == 0 && !isOver(System.nanoTime() - started, time)) {
			Generation next = CallGuardTests.generation(++id);
			this.guard.open(next);
			for (int i = 1; this.guard.isRunning(serving); i++) {
				if (i % SPINS == 0) {
					Thread.yield();
				}
			}
			this.closed.add(serving.id());
			serving = next;
		}
		this.stop = true;
		for (Thread thread : threads) {
			thread.join();
		}
		return this.usesAfterClose + " uses after close, " + calls() + " calls, " + id + " generations";
	}

	private boolean isOver(long passed, Duration time) {
		return passed > time.toNanos() && (calls() >= ENOUGH_CALLS || passed > LONGEST.toNanos());
	}

	private long calls() {
		return IntStream.range(0, this.calls.length()).mapToLong(this.calls::get).sum();
	}

	private void call(int caller) {
		long count = 0;
		while (!this.stop) {
			long id = this.guard.enter();
			for (int i = 0; i < READS; i++) {
				if (this.closed.has(id)) {
					this.usesAfterClose.incrementAndGet();
					break;
				}
			}
			this.guard.exit();
			this.calls.setOpaque(caller, ++count);
		}
	}

}
