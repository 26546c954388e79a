// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

/**
 * The side that implements a trait, as the module sees it.
 */
public enum Direction {

	/** The module implements it, the host calls it. */
	EXPORTS("exports"),
	/** The host implements it, the module calls it. */
	IMPORTS("imports");

	private final String text;

	Direction(String text) {
		this.text = text;
	}

	/**
	 * Returns the keyword of the direction in the canonical text.
	 * @return {@code exports} or {@code imports}
	 */
	public String text() {
		return this.text;
	}

}
