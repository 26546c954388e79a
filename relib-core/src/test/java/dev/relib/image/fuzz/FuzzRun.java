// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

import com.sun.management.ThreadMXBean;

/**
 * Reads many mutations of files in a JVM with little memory. It fails at the first
 * mutation that causes an unexpected exception or takes too long.
 */
public final class FuzzRun {

	private static final long LIMIT_NANOS = 2_000_000_000L;

	/** The number of mutations after which all classes are loaded. */
	private static final int WARM = 50;

	private static final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final FuzzTarget target;

	private final Path file;

	private final byte[] content;

	private final Map<String, Integer> outcomes = new TreeMap<>();

	private long totalNanos;

	private long slowestNanos;

	private long largestBytes;

	private volatile long startedCpu = -1;

	private volatile String recipe = "";

	private FuzzRun(FuzzTarget target, Path file) throws IOException {
		this.target = target;
		this.file = file;
		this.content = Files.readAllBytes(file);
	}

	/**
	 * Takes the seed, the number of mutations of each file, and for each file the class
	 * of its target and its path.
	 */
	public static void main(String[] arguments) throws Exception {
		for (int i = 2; i < arguments.length; i += 2) {
			FuzzTarget target = (FuzzTarget) Class.forName(arguments[i]).getConstructor().newInstance();
			FuzzRun run = new FuzzRun(target, Path.of(arguments[i + 1]));
			run.watch(Thread.currentThread());
			run.run(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
		}
	}

	private void watch(Thread worker) {
		Thread watchdog = new Thread(() -> {
			while (true) {
				long started = this.startedCpu;
				if (started >= 0 && threads.getThreadCpuTime(worker.getId()) - started > LIMIT_NANOS
						&& this.startedCpu == started) {
					System.out.println("HANGS at " + this.recipe);
					for (StackTraceElement frame : worker.getStackTrace()) {
						System.out.println("\tat " + frame);
					}
					Runtime.getRuntime().halt(3);
				}
				pause();
			}
		}, "watchdog");
		watchdog.setDaemon(true);
		watchdog.start();
	}

	private static void pause() {
		try {
			Thread.sleep(100);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void run(long seed, int count) throws IOException {
		Mutator mutator = new Mutator(this.content, this.target.places(this.content), this.target.words(), seed);
		try (FileChannel channel = FileChannel.open(this.file, StandardOpenOption.WRITE)) {
			for (int i = 0; i < count; i++) {
				Mutation mutation = mutator.next();
				this.recipe = mutation.toString();
				mutation.apply(channel);
				if (!read(i >= WARM)) {
					System.exit(1);
				}
				mutation.revert(channel, this.content);
			}
		}
		System.out.printf(
				"%s: %,d mutations, %s, mean %.2f ms, slowest %.1f ms, at most %,d KiB allocated, heap %,d KiB%n",
				this.file.getFileName(), count, this.outcomes, this.totalNanos / 1e6 / Math.max(1, count - WARM),
				this.slowestNanos / 1e6, this.largestBytes / 1024, peakHeap() / 1024);
	}

	private static long peakHeap() {
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.mapToLong((pool) -> pool.getPeakUsage().getUsed())
			.sum();
	}

	private boolean read(boolean measured) {
		long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
		long started = threads.getCurrentThreadCpuTime();
		this.startedCpu = started;
		String outcome = "read";
		try {
			this.target.read(this.file);
		}
		catch (Throwable ex) {
			outcome = ex.getClass().getSimpleName();
			if (!this.target.mayThrow(ex)) {
				System.out.println("FAILS at " + this.recipe);
				ex.printStackTrace(System.out);
				return false;
			}
		}
		this.startedCpu = -1;
		this.outcomes.merge(outcome, 1, Integer::sum);
		long nanos = threads.getCurrentThreadCpuTime() - started;
		long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated;
		if (measured) {
			this.totalNanos += nanos;
			this.slowestNanos = Math.max(this.slowestNanos, nanos);
			this.largestBytes = Math.max(this.largestBytes, bytes);
		}
		return true;
	}

}
