// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
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

	@Option(names = "--results", description = "a file for the report, written anew")
	private Path results;

	@Override
	public Integer call() throws IOException {
		Measurements measured = new CallRounds(this.rounds, this.milliseconds).run(this.brief);
		System.out.println(CallTable.of(measured));
		if (this.results != null) {
			measured.store(this.results);
		}
		boolean kept = true;
		for (Budget budget : Budget.ofThisJvm()) {
			Budget.Verdict verdict = budget.judge(measured, this.margin);
			System.out.println(verdict);
			kept &= verdict.isKept();
		}
		return kept ? 0 : 1;
	}

}
