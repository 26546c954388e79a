// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import dev.relib.ModuleRegistry;
import dev.relib.benchmarks.report.Budget;
import dev.relib.benchmarks.report.CallTable;
import dev.relib.benchmarks.report.Measurements;
import dev.relib.benchmarks.report.Results;
import dev.relib.benchmarks.report.Verdict;
import dev.relib.module.LinkerInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Measures calls of all peers in this JVM.
 */
@Command(name = "calls", mixinStandardHelpOptions = true,
		description = "Measures calls of all peers in this JVM, and compares ratios with the budgets.")
final class CallsCommand implements Callable<Integer> {

	@Option(names = "--rounds", defaultValue = "5", description = "how often each call is measured: ${DEFAULT-VALUE}")
	private int rounds;

	@Option(names = "--milliseconds", defaultValue = "70",
			description = "how long each measurement takes: ${DEFAULT-VALUE}")
	private int milliseconds;

	@Option(names = "--short", description = "measures only what budgets compare")
	private boolean brief;

	@Mixin
	private ResultsOption results;

	@Override
	public Integer call() throws IOException {
		Measurements measured = new CallRounds(this.rounds, this.milliseconds).run(this.brief);
		List<Verdict> verdicts = new ArrayList<>();
		Budget.ofThisJvm().forEach((budget) -> verdicts.add(budget.judge(measured, this.results.margin())));
		if (!"jna".equals(System.getProperty("relib.linker"))) {
			double bytes = Math.rint(measured.bytes("add", "Relib").orElse(Double.NaN));
			verdicts.add(1, new Verdict("… heap", "0 B", bytes, 0, Math.round(bytes) + " B", bytes == 0));
		}
		return this.results.report("1-calls", title() + CallTable.of(measured) + "\n", verdicts);
	}

	private static String title() {
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			LinkerInfo linker = registry.linker();
			return "### Calls on JDK " + Results.jvm() + " (" + Runtime.version() + ", linker `" + linker.used().text()
					+ "`, " + linker.marks() + " marks)\n\n";
		}
	}

}
