// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.report;

/**
 * What calls.
 */
public enum Threads {

	/** One thread. */
	ONE(1, ""),

	/** Two threads at once. */
	TWO(2, "On2"),

	/** A virtual thread. */
	VIRTUAL(1, "OnVirtual");

	private final int count;

	private final String suffix;

	Threads(int count, String suffix) {
		this.count = count;
		this.suffix = suffix;
	}

	/**
	 * Tells how many they are.
	 * @return a number
	 */
	public int count() {
		return this.count;
	}

	/** What the name of a work ends in that they do. */
	String suffix() {
		return this.suffix;
	}

}
