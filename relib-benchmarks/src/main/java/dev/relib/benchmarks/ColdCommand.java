// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;

import dev.relib.benchmarks.cold.FirstCall;
import dev.relib.benchmarks.peer.JniPeer;
import dev.relib.benchmarks.peer.Libraries;
import dev.relib.benchmarks.report.Results;
import dev.relib.benchmarks.report.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Measures the first call of processes.
 */
@Command(name = "cold", mixinStandardHelpOptions = true,
		description = "Measures the first call of processes, in turns of what is compared.")
final class ColdCommand implements Callable<Integer> {

	private static final List<String> ALL = List.of("Relib", "RelibOfNine", "FfmByHand", "JniByHand");

	private static final List<String> WITHOUT_FFM = List.of("Relib", "RelibOfNine", "JniByHand");

	@Option(names = "--processes", defaultValue = "7", description = "how many of each: ${DEFAULT-VALUE}")
	private int processes;

	@Mixin
	private ResultsOption results;

	@Override
	public Integer call() throws IOException {
		boolean ffm = Runtime.version().feature() >= 22;
		String hand = ffm ? "FfmByHand" : "JniByHand";
		Path module = Libraries.module();
		Path byHand = JniPeer.library();
		Map<String, List<double[]>> times = new LinkedHashMap<>();
		for (int i = 0; i < this.processes; i++) {
			for (String peer : ffm ? ALL : WITHOUT_FFM) {
				times.computeIfAbsent(peer, (unknown) -> new ArrayList<>()).add(run(peer, module, byHand));
			}
		}
		return this.results.report("3-cold", table(times),
				List.of(Verdict.ofDifference("first call of the process (cold), by hand " + (ffm ? "FFM" : "JNI"),
						median(times.get("Relib"), 2), median(times.get(hand), 2), 5, "ms", this.results.margin())));
	}

	private static String table(Map<String, List<double[]>> times) {
		StringJoiner table = new StringJoiner("\n", "### A process that calls once, on JDK " + Results.jvm() + "\n\n",
				"\n");
		table.add("| | load, ms | bind, ms | first call, ms |\n|---|---|---|---|");
		times.forEach((peer, all) -> table.add(String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.1f |", peer,
				median(all, 0), median(all, 1), median(all, 2))));
		return table.toString();
	}

	private static double median(List<double[]> times, int column) {
		double[] sorted = times.stream().mapToDouble((time) -> time[column]).sorted().toArray();
		return sorted[sorted.length / 2];
	}

	/** The milliseconds that a process prints as nanoseconds. */
	private static double[] run(String peer, Path module, Path byHand) throws IOException {
		List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
		command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), FirstCall.class.getName(), peer,
				module.toString(), byHand.toString()));
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
		String last = printed.substring(printed.lastIndexOf('\n') + 1);
		try {
			return Arrays.stream(last.split(" ")).mapToDouble((time) -> Long.parseLong(time) / 1e6).toArray();
		}
		catch (NumberFormatException ex) {
			throw new IllegalStateException(peer + " has printed: " + printed, ex);
		}
	}

}
