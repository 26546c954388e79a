// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;

import dev.relib.benchmarks.report.Budget;
import dev.relib.benchmarks.report.Call;
import dev.relib.benchmarks.report.Measurements;
import dev.relib.benchmarks.report.Threads;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures in rounds, in one JVM: each round has every peer do the same work within
 * seconds, so that whatever else the machine does meets all of them. Ratios hold on a
 * noisy machine then, where times do not.
 */
final class CallRounds {

	private static final List<Class<? extends PeerBenchmark>> PEERS = List.of(Relib.class, RelibProxy.class,
			FfmByHand.class, JniByHand.class, JnaDirect.class, JnaInterface.class, JnrFfi.class, JavaCpp.class,
			Endive.class, GraalWasm.class);

	private final int rounds;

	private final TimeValue time;

	CallRounds(int rounds, int milliseconds) {
		this.rounds = rounds;
		this.time = TimeValue.milliseconds(milliseconds);
	}

	Measurements run(boolean brief) {
		List<Call> calls = Call.WORKS.stream()
			.flatMap((work) -> PEERS.stream().map((peer) -> new Call(work, peer.getSimpleName())))
			.filter((call) -> !brief || Budget.ofThisJvm().stream().anyMatch((budget) -> budget.needs(call)))
			.filter(CallRounds::isPossible)
			.toList();
		JmhThreads.install();
		Measurements measured = new Measurements();
		measure(calls, Threads.ONE, this.rounds + 1, new Measurements());
		measure(calls, Threads.ONE, measured);
		List<Call> several = calls.stream().filter(Call::isMeasuredOnSeveralThreads).toList();
		measure(several, Threads.TWO, measured);
		if (JmhThreads.areVirtualOnesThere()) {
			JmhThreads.onVirtualOnes(() -> measure(several, Threads.VIRTUAL, measured));
		}
		return measured;
	}

	private void measure(List<Call> calls, Threads threads, Measurements into) {
		for (int round = 0; round < this.rounds; round++) {
			measure(calls, threads, 1, into);
		}
	}

	private void measure(List<Call> calls, Threads threads, int iterations, Measurements into) {
		for (Call call : calls) {
			RunResult result = run(call, threads.count(), iterations);
			double bytes = result.getSecondaryResults()
				.entrySet()
				.stream()
				.filter((entry) -> entry.getKey().endsWith("gc.alloc.rate.norm"))
				.mapToDouble((entry) -> entry.getValue().getScore())
				.findFirst()
				.orElse(Double.NaN);
			into.add(call.on(threads), result.getPrimaryResult().getScore(), bytes);
		}
	}

	private RunResult run(Call call, int threads, int iterations) {
		try {
			return new ArrayList<>(new Runner(new OptionsBuilder()
				.include("^" + CallRounds.class.getPackageName().replace(".", "\\.") + "\\." + call.peer() + "\\."
						+ call.work() + "$")
				.forks(0)
				.threads(threads)
				.warmupIterations(1)
				.warmupTime(this.time)
				.measurementIterations(iterations)
				.measurementTime(this.time)
				.addProfiler(GCProfiler.class)
				.verbosity(VerboseMode.SILENT)
				.shouldFailOnError(true)
				.build()).run()).get(0);
		}
		catch (RunnerException ex) {
			throw new IllegalStateException(call.toString(), ex);
		}
	}

	/** Calls once. */
	private static boolean isPossible(Call call) {
		try {
			Class<?> type = Class.forName(CallRounds.class.getPackageName() + "." + call.peer());
			type.getMethod(call.work()).invoke(type.getDeclaredConstructor().newInstance());
			return true;
		}
		catch (InvocationTargetException ex) {
			if (ex.getCause() instanceof UnsupportedOperationException) {
				return false;
			}
			throw new IllegalStateException(call.toString(), ex.getCause());
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(call.toString(), ex);
		}
	}

}
