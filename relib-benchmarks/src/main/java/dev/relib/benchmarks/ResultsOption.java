// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import dev.relib.benchmarks.report.Results;
import dev.relib.benchmarks.report.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * What becomes of figures: they are printed, written into a folder if there is one, and
 * decide how the command ends.
 */
final class ResultsOption {

	@Option(names = "--results", description = "a folder for tables and verdicts")
	private @Nullable Path folder;

	@Option(names = "--margin", defaultValue = "1.0",
			description = "by what figures may exceed the budgets on a noisy machine: ${DEFAULT-VALUE}")
	private double margin;

	/** By what figures may exceed the budgets. */
	double margin() {
		return this.margin;
	}

	/** Returns what the command ends with. */
	int report(String name, String tables, List<Verdict> verdicts) throws IOException {
		System.out.println(tables);
		verdicts.stream()
			.map((verdict) -> (verdict.isKept() ? "kept: " : "MISSED: ") + verdict.name() + ": " + verdict.figure()
					+ ", at most " + verdict.atMost())
			.forEach(System.out::println);
		if (this.folder != null) {
			new Results(this.folder).write(name, tables, verdicts);
		}
		return verdicts.stream().allMatch(Verdict::isKept) ? 0 : 1;
	}

}
