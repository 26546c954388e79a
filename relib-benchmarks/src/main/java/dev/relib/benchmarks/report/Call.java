// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.report;

import java.util.List;

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

	/**
	 * Tells whether two threads at once and a virtual thread are measured as well.
	 * @return {@code true} for short calls, where threads could get in each other's way
	 */
	public boolean isMeasuredOnSeveralThreads() {
		return (this.work.equals("add") || this.work.equals("allocation")) && !this.peer.equals("Endive")
				&& !this.peer.equals("GraalWasm");
	}

	/**
	 * The same call on other threads.
	 * @param threads what calls
	 * @return the call under a name of its own
	 */
	public Call on(Threads threads) {
		return new Call(this.work + threads.suffix(), this.peer);
	}

}
