package dev.relib.module;

/**
 * Where a module is in its life.
 */
public enum ModuleState {

	/** It was never loaded, or its first load failed. */
	NOT_LOADED("not loaded"),
	/** It serves calls. */
	LOADED("loaded"),
	/** It takes no more calls and is about to be unloaded. */
	UNLOADING("being unloaded"),
	/** Its library is gone from the process. */
	UNLOADED("unloaded"),
	/**
	 * Its library is closed but still mapped. It can be loaded again, from a new copy.
	 */
	PINNED("closed, its library still mapped");

	private final String text;

	ModuleState(String text) {
		this.text = text;
	}

	/**
	 * The state in words.
	 * @return what a module in this state is
	 */
	public String text() {
		return this.text;
	}

}
