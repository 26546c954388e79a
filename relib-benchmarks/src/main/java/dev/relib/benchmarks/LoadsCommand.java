// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import dev.relib.benchmarks.peer.Libraries;
import dev.relib.benchmarks.report.Results;
import dev.relib.benchmarks.report.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Measures loads and unloads in this JVM, and by upstream's own host beside it.
 */
@Command(name = "loads", mixinStandardHelpOptions = true,
		description = "Measures load, first call and unload of a small module.")
final class LoadsCommand implements Callable<Integer> {

	@Option(names = "--cycles", defaultValue = "1000", description = "how many: ${DEFAULT-VALUE}")
	private int cycles;

	@Option(names = "--upstream", arity = "2", paramLabel = "HOST MODULE",
			description = "upstream's host and module, built of src/main/rust")
	private List<Path> upstream = List.of();

	@Mixin
	private ResultsOption results;

	@Override
	public Integer call() throws IOException {
		double other = runUpstream();
		LoadCost cost = new LoadCost(Libraries.module(), this.cycles).measure();
		List<Verdict> verdicts = this.upstream.isEmpty() ? List.of()
				: List.of(Verdict.ofRatio("load → first call → unload against upstream's own host", cost.cycle(), other,
						1, this.results.margin()));
		return this.results.report("2-loads", "### Loads on JDK " + Results.jvm() + "\n\n" + cost.markdown(other),
				verdicts);
	}

	/** Its median in milliseconds. */
	private double runUpstream() throws IOException {
		if (this.upstream.isEmpty()) {
			return Double.NaN;
		}
		Process host = new ProcessBuilder(this.upstream.get(0).toString(), this.upstream.get(1).toString(),
				Integer.toString(this.cycles))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		String median = new String(host.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
		return Double.parseDouble(median) / 1e6;
	}

}
