// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;

import dev.relib.benchmarks.growth.Growth;
import dev.relib.benchmarks.growth.LeakGrowth;
import dev.relib.benchmarks.growth.ModuleGrowth;
import dev.relib.benchmarks.growth.Plot;
import dev.relib.benchmarks.growth.ThreadGrowth;
import dev.relib.benchmarks.peer.Libraries;
import dev.relib.benchmarks.peer.RelibPeer;
import dev.relib.benchmarks.report.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Measures how cost grows.
 */
@Command(name = "growth", mixinStandardHelpOptions = true,
		description = "Measures how cost grows with modules, threads and allocations.")
final class GrowthCommand implements Callable<Integer> {

	@Option(names = "--modules", defaultValue = "1000", description = "the most modules: ${DEFAULT-VALUE}")
	private int modules;

	@Option(names = "--threads", defaultValue = "1000", description = "the most threads at once: ${DEFAULT-VALUE}")
	private int threads;

	@Option(names = "--first-calls", defaultValue = "10000",
			description = "how many threads call first: ${DEFAULT-VALUE}")
	private int firstCalls;

	@Option(names = "--blocks", defaultValue = "1000000", description = "the most allocations: ${DEFAULT-VALUE}")
	private int blocks;

	@Option(names = "--plots", description = "a folder for plots")
	private Path plots;

	@Mixin
	private ResultsOption results;

	@Override
	public Integer call() throws IOException {
		RelibPeer work = new RelibPeer();
		Map<String, Growth> all = new LinkedHashMap<>();
		all.put("threads", ThreadGrowth.calling(work, this.threads));
		Growth first = ThreadGrowth.firstCalls(work, this.firstCalls);
		all.put("first-calls", first);
		all.put("leaks", LeakGrowth.measure(Libraries.module(), this.blocks));
		all.put("modules", ModuleGrowth.measure(Libraries.module(), this.modules));
		StringJoiner tables = new StringJoiner("\n");
		for (Map.Entry<String, Growth> growth : all.entrySet()) {
			tables.add(growth.getValue().markdown());
			if (this.plots != null) {
				Path plot = this.plots.resolve(growth.getKey() + ".svg");
				Plot.draw(growth.getValue(), plot);
				tables.add("![" + growth.getValue().title() + "](plots/" + plot.getFileName() + ")\n");
			}
		}
		return this.results.report("9-growth", tables.toString(),
				List.of(registered("going", first.figures(0)), registered("staying", first.figures(1))));
	}

	private Verdict registered(String threads, double[] times) {
		return Verdict.ofRatio(String.format(Locale.ROOT, "registering the %,dth thread against the 10th, all %s",
				this.firstCalls, threads), times[times.length - 1], times[0], 1, this.results.margin());
	}

}
