// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import dev.relib.benchmarks.report.Budget;
import dev.relib.benchmarks.report.CallTable;
import dev.relib.benchmarks.report.Measurements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures calls of all peers in this JVM.
 */
@Command(name = "calls", mixinStandardHelpOptions = true,
		description = "Measures calls of all peers in this JVM, and compares ratios with the budgets.")
final class CallsCommand implements Callable<Integer> {

	@Option(names = "--rounds", defaultValue = "5", description = "how often each call is measured: ${DEFAULT-VALUE}")
	private int rounds;

	@Option(names = "--milliseconds", defaultValue = "300",
			description = "how long each measurement takes: ${DEFAULT-VALUE}")
	private int milliseconds;

	@Option(names = "--short", description = "measures only what budgets compare")
	private boolean brief;

	@Option(names = "--margin", defaultValue = "1.0",
			description = "by what ratios may exceed the budgets on a noisy machine: ${DEFAULT-VALUE}")
	private double margin;

	@Option(names = "--table", description = "a file for the tables, written anew")
	private Path table;

	@Override
	public Integer call() throws IOException {
		Measurements measured = new CallRounds(this.rounds, this.milliseconds).run(this.brief);
		List<Budget.Verdict> verdicts = Budget.ofThisJvm()
			.stream()
			.map((budget) -> budget.judge(measured, this.margin))
			.toList();
		String figures = title() + CallTable.of(measured) + "\n\n" + Budget.table(verdicts);
		System.out.println(figures);
		if (this.table != null) {
			Files.writeString(this.table, figures);
		}
		return verdicts.stream().allMatch(Budget.Verdict::isKept) ? 0 : 1;
	}

	private static String title() {
		List<String> options = ManagementFactory.getRuntimeMXBean()
			.getInputArguments()
			.stream()
			.filter((argument) -> argument.contains("SystemMemoryBarrier"))
			.toList();
		return "### JDK " + Runtime.version().feature() + " (" + Runtime.version() + ")"
				+ (options.isEmpty() ? "" : ", `" + options.get(0) + "`") + "\n\n";
	}

}
