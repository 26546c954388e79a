// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A budget, and what was measured.
 *
 * @param name what the budget is for
 * @param atMost what it allows, as a reader sees it
 * @param time what was measured
 * @param other what it is compared with
 * @param figure the ratio or the difference of both, as a reader sees it
 * @param isKept whether it is within the budget
 */
public record Verdict(String name, String atMost, double time, double other, String figure, boolean isKept) {

	private static final String SEPARATOR = "\t";

	/**
	 * Compares a ratio.
	 * @param name what the budget is for
	 * @param time what was measured
	 * @param other what it is compared with
	 * @param most the most that the ratio may be
	 * @param margin by what it may be more on a noisy machine
	 * @return the verdict; missed if anything was not measured
	 */
	public static Verdict ofRatio(String name, double time, double other, double most, double margin) {
		return new Verdict(name, most + " ×", time, other, String.format(Locale.ROOT, "%.2f ×", time / other),
				time <= other * most * margin);
	}

	/**
	 * Compares a difference.
	 * @param name what the budget is for
	 * @param time what was measured
	 * @param other what it is compared with
	 * @param most the most that the difference may be
	 * @param unit its unit
	 * @param margin by what it may be more on a noisy machine
	 * @return the verdict; missed if anything was not measured
	 */
	public static Verdict ofDifference(String name, double time, double other, double most, String unit,
			double margin) {
		return new Verdict(name, String.format(Locale.ROOT, "+ %.0f %s", most, unit), time, other,
				String.format(Locale.ROOT, "%+.1f %s", time - other, unit), time - other <= most * margin);
	}

	/**
	 * The verdict as a line of a file.
	 * @return a line that {@link #parse} reads
	 */
	String line() {
		return String.join(SEPARATOR, this.name, this.atMost, Double.toString(this.time), Double.toString(this.other),
				this.figure, Boolean.toString(this.isKept));
	}

	/**
	 * Reads a line.
	 * @param line what {@link #line} has made
	 * @return the verdict
	 */
	static Verdict parse(String line) {
		String[] parts = line.split(SEPARATOR);
		return new Verdict(parts[0], parts[1], Double.parseDouble(parts[2]), Double.parseDouble(parts[3]), parts[4],
				Boolean.parseBoolean(parts[5]));
	}

	/**
	 * What was measured, in a cell of a table.
	 * @return Markdown
	 */
	String cell() {
		return this.isKept ? this.figure : "**" + this.figure + "**";
	}

	/**
	 * Verdicts of one JVM as a table.
	 * @param verdicts what was measured
	 * @return Markdown
	 */
	static String table(List<Verdict> verdicts) {
		return "| budget | measured | compared with | | at most |\n|---|---|---|---|---|\n" + verdicts.stream()
			.map((verdict) -> String.format(Locale.ROOT, "| %s | %.2f | %.2f | %s | %s |", verdict.name, verdict.time,
					verdict.other, verdict.figure, verdict.atMost + (verdict.isKept ? "" : " **missed**")))
			.collect(Collectors.joining("\n")) + "\n";
	}

}
