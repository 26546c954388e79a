// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * How much more a call may cost than what it is compared with.
 *
 * @param name what a reader calls it
 * @param work what is measured
 * @param peer who does it
 * @param otherWork what it is compared with
 * @param otherPeer who does that
 * @param ratio how many times as much the call may cost
 * @param plus how many nanoseconds more it may cost
 */
public record Budget(String name, String work, String peer, String otherWork, String otherPeer, double ratio,
		double plus) {

	/**
	 * The budgets that concern this JVM and its linker.
	 * @return budgets against what is written by hand for the same linker
	 */
	public static List<Budget> ofThisJvm() {
		boolean ffm = Runtime.version().feature() >= 22;
		String byHand = ffm ? "FfmByHand" : "JniByHand";
		return List.of(new Budget("export int add(int, int)", "add", "Relib", "add", byHand, ffm ? 1.4 : 1.6, 0),
				new Budget("through the JDK proxy", "add", "RelibProxy", "add", "Relib", 1, 20),
				new Budget("on 2 threads", "addOn2", "Relib", "add", "Relib", 1.1, 0),
				new Budget("import int f(int)", "imports", "Relib", "imports", byHand, 1.3, 0),
				new Budget("String of 1 KiB in and out", "text1k", "Relib", "text1k", byHand, 1.3, 0),
				new Budget("record with a list of 16", "record", "Relib", "record", byHand, 1.5, 0),
				new Budget("malloc and free", "allocation", "Relib", "allocation", "JniByHand", 2, 0), new Budget(
						"malloc and free on 2 threads", "allocationOn2", "Relib", "allocationOn2", "JniByHand", 2, 0));
	}

	/**
	 * Compares.
	 * @param measured what was measured
	 * @param margin by what the ratio may exceed the budget
	 * @return whether the budget is kept, and the figures
	 */
	public Verdict judge(Measurements measured, double margin) {
		OptionalDouble time = measured.time(this.work, this.peer);
		OptionalDouble other = measured.time(this.otherWork, this.otherPeer);
		if (time.isEmpty() || other.isEmpty()) {
			return new Verdict(this, Double.NaN, Double.NaN, false);
		}
		boolean kept = time.getAsDouble() <= (other.getAsDouble() * this.ratio + this.plus) * margin;
		return new Verdict(this, time.getAsDouble(), other.getAsDouble(), kept);
	}

	/**
	 * A budget and what was measured.
	 *
	 * @param budget the budget
	 * @param time the call's nanoseconds
	 * @param other what it is compared with
	 * @param isKept whether the call is within the budget
	 */
	public record Verdict(Budget budget, double time, double other, boolean isKept) {

		String row() {
			return String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.2f | %s |", this.budget.name, this.time,
					this.other, this.time / this.other, this.budget.most() + (this.isKept ? "" : " **missed**"));
		}

	}

	private String most() {
		return (this.plus > 0) ? "+ " + Math.round(this.plus) + " ns" : this.ratio + " ×";
	}

	/**
	 * A table of budgets.
	 * @param verdicts what was measured
	 * @return Markdown
	 */
	public static String table(List<Verdict> verdicts) {
		return "| budget | ns | compared with, ns | ratio | at most |\n|---|---|---|---|---|\n"
				+ verdicts.stream().map(Verdict::row).collect(Collectors.joining("\n")) + "\n";
	}

}
