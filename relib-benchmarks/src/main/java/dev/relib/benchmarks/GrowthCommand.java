// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import dev.relib.benchmarks.growth.Growth;
import dev.relib.benchmarks.growth.LeakGrowth;
import dev.relib.benchmarks.growth.ModuleGrowth;
import dev.relib.benchmarks.growth.Plot;
import dev.relib.benchmarks.growth.ThreadGrowth;
import dev.relib.benchmarks.peer.Libraries;
import dev.relib.benchmarks.peer.RelibPeer;
import picocli.CommandLine.Command;
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

	@Option(names = "--brief-threads", defaultValue = "10000",
			description = "how many threads come and go: ${DEFAULT-VALUE}")
	private int briefThreads;

	@Option(names = "--blocks", defaultValue = "1000000", description = "the most allocations: ${DEFAULT-VALUE}")
	private int blocks;

	@Option(names = "--table", description = "a file for the tables, written anew")
	private Path table;

	@Option(names = "--plots", description = "a folder for plots")
	private Path plots;

	@Override
	public Integer call() throws IOException {
		RelibPeer work = new RelibPeer();
		Map<String, Growth> all = new LinkedHashMap<>();
		all.put("threads", ThreadGrowth.calling(work, this.threads));
		all.put("brief-threads", ThreadGrowth.comingAndGoing(work, this.briefThreads));
		all.put("leaks", LeakGrowth.measure(Libraries.module(), this.blocks));
		all.put("modules", ModuleGrowth.measure(Libraries.module(), this.modules));
		String tables = all.values().stream().map(Growth::markdown).collect(Collectors.joining("\n"));
		System.out.println(tables);
		if (this.table != null) {
			Files.writeString(this.table, tables);
		}
		if (this.plots != null) {
			for (Map.Entry<String, Growth> growth : all.entrySet()) {
				Plot.draw(growth.getValue(), this.plots.resolve(growth.getKey() + ".svg"));
			}
		}
		return 0;
	}

}
