// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

import dev.relib.benchmarks.peer.Libraries;
import dev.relib.benchmarks.report.Results;
import dev.relib.benchmarks.report.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Measures reloads while all processors call.
 */
@Command(name = "reloads", mixinStandardHelpOptions = true,
		description = "Measures reloads, and what callers see of them.")
final class ReloadsCommand implements Callable<Integer> {

	@Option(names = "--reloads", defaultValue = "500", description = "how many: ${DEFAULT-VALUE}")
	private int reloads;

	@Mixin
	private ResultsOption results;

	@Override
	public Integer call() throws IOException, InterruptedException {
		ReloadCost cost = new ReloadCost(Libraries.module(), this.reloads).measure();
		return this.results.report("4-reloads", "### Reloads on JDK " + Results.jvm() + "\n\n" + cost.markdown(),
				List.of(new Verdict("calls that fail while reloads go on", "0", cost.failed(), 0,
						Long.toString(cost.failed()), cost.failed() == 0)));
	}

}
