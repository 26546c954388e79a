// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.report;

import java.util.List;
import java.util.Set;

/**
 * What is measured: a work, done by a peer.
 *
 * @param work the name of the work, a method of the benchmarks
 * @param peer the simple name of the peer's class
 */
public record Call(String work, String peer) {

	/** All works, in the order of the table. */
	public static final List<String> WORKS = List.of("rawAdd", "add", "mix", "text1k", "text64k", "bytes1k", "bytes64k",
			"record", "imports", "nested", "allocation");

	private static final Set<String> IN_BUDGETS = Set.of("add", "text1k", "record", "imports", "allocation");

	private static final Set<String> BUDGET_PEERS = Set.of("Relib", "RelibProxy", "FfmByHand", "JniByHand");

	private static final String TWO_THREADS = "On2";

	/**
	 * Tells whether a budget compares it.
	 * @return {@code true} if the short mode measures it
	 */
	public boolean isInBudget() {
		return IN_BUDGETS.contains(this.work) && BUDGET_PEERS.contains(this.peer);
	}

	/**
	 * Tells whether two threads at once are measured as well.
	 * @return {@code true} for short calls, where threads could get in each other's way
	 */
	public boolean isMeasuredOnTwoThreads() {
		return (this.work.equals("add") || this.work.equals("allocation")) && !this.peer.equals("Endive")
				&& !this.peer.equals("GraalWasm");
	}

	/**
	 * The same call on several threads at once.
	 * @param threads 1 or 2
	 * @return the call under a name of its own
	 */
	public Call on(int threads) {
		return (threads == 1) ? this : new Call(this.work + TWO_THREADS, this.peer);
	}

}
