package dev.relib.contract;

/**
 * Which side implements a trait.
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
	 * The direction's word in the canonical text of a contract.
	 * @return {@code exports} or {@code imports}
	 */
	public String text() {
		return this.text;
	}

}
