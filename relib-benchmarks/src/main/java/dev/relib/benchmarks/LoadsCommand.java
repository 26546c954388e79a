// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import dev.relib.benchmarks.peer.Libraries;
import picocli.CommandLine.Command;
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

	@Option(names = "--table", description = "a file for the tables, written anew")
	private Path table;

	@Option(names = "--margin", defaultValue = "0",
			description = "fails if a cycle takes more than that many times upstream's; 0 for no check")
	private double margin;

	@Override
	public Integer call() throws IOException {
		double other = runUpstream();
		LoadCost cost = new LoadCost(Libraries.module(), this.cycles).measure();
		String figures = cost.markdown(other);
		System.out.println(figures);
		if (this.table != null) {
			Files.writeString(this.table, figures);
		}
		return (this.margin > 0 && cost.cycle() > other * this.margin) ? 1 : 0;
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
