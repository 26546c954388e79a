// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.report;

import java.util.Arrays;
import java.util.List;

/**
 * How much more a call may cost than what it is compared with.
 *
 * @param name what a reader calls it
 * @param work what is measured
 * @param peer who does it
 * @param otherWork what it is compared with
 * @param otherPeer who does that
 * @param ratio how many times as much the call may cost
 * @param plus how many nanoseconds more it may cost, instead of the ratio; 0 for none
 */
public record Budget(String name, String work, String peer, String otherWork, String otherPeer, double ratio,
		double plus) {

	/**
	 * What a call has cost that went through JNA before there was another way, measured
	 * beside JNA's mapping of an interface: 1.05 times as much on JDK 17, 0.99 on 25.
	 */
	private static final double JNA_BEFORE = 1.05;

	/**
	 * The budgets that concern this JVM and its linker.
	 * @return budgets against what is written by hand for the same linker
	 */
	public static List<Budget> ofThisJvm() {
		if ("jna".equals(System.getProperty("relib.linker"))) {
			return List.of(new Budget("linker jna: export `int add(int, int)` against JNA's interface mapping", "add",
					"Relib", "add", "JnaInterface", JNA_BEFORE, 0));
		}
		boolean ffm = Runtime.version().feature() >= 22;
		String hand = ffm ? "FfmByHand" : "JniByHand";
		return List.of(
				new Budget("export `int add(int, int)`, by hand " + (ffm ? "FFM" : "JNI"), "add", "Relib", "add", hand,
						ffm ? 1.4 : 1.6, 0),
				new Budget("… through the JDK proxy", "add", "RelibProxy", "add", "Relib", 0, 20),
				new Budget("… on 2 threads against 1, beyond what JNI by hand loses", "addOn2", "Relib", "add", "Relib",
						1.1, 0),
				new Budget("import `int f(int)`", "imports", "Relib", "imports", hand, 1.3, 0),
				new Budget("`String` of 1 KiB in and out", "text1k", "Relib", "text1k", hand, 1.3, 0),
				new Budget("record with a list of 16 records in and out", "record", "Relib", "record", hand, 1.5, 0),
				new Budget("malloc and free in the module", "allocation", "Relib", "allocation", "JniByHand", 2, 0),
				new Budget("… on 2 threads", "allocationOn2", "Relib", "allocationOn2", "JniByHand", 2, 0));
	}

	/**
	 * Tells whether a call has to be measured.
	 * @param call a call on one thread
	 * @return {@code true} if this compares it, on any threads
	 */
	public boolean needs(Call call) {
		if (call.equals(new Call("add", "JniByHand"))) {
			return true;
		}
		return Arrays.stream(Threads.values())
			.map(call::on)
			.anyMatch((any) -> any.equals(new Call(this.work, this.peer))
					|| any.equals(new Call(this.otherWork, this.otherPeer)));
	}

	/** By what two threads slow each other down that share nothing but the machine. */
	private double slowdown(Measurements measured) {
		if (!this.work.equals(this.otherWork + Threads.TWO.suffix())) {
			return 1;
		}
		double one = measured.time(this.otherWork, "JniByHand").orElse(Double.NaN);
		double two = measured.time(this.work, "JniByHand").orElse(Double.NaN);
		return Math.max(1, two / one);
	}

	/**
	 * Compares.
	 * @param measured what was measured
	 * @param margin by what the figure may exceed the budget
	 * @return whether the budget is kept, and the figures
	 */
	public Verdict judge(Measurements measured, double margin) {
		double time = measured.time(this.work, this.peer).orElse(Double.NaN);
		double other = measured.time(this.otherWork, this.otherPeer).orElse(Double.NaN) * slowdown(measured);
		return (this.plus > 0) ? Verdict.ofDifference(this.name, time, other, this.plus, "ns", margin)
				: Verdict.ofRatio(this.name, time, other, this.ratio, margin);
	}

}
