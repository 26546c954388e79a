// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

/**
 * The states of a module.
 */
public enum ModuleState {

	/** It has never been loaded successfully. */
	NOT_LOADED("not loaded"),
	/** A generation serves calls. */
	LOADED("loaded"),
	/** Its generation refuses new calls and is about to be unloaded. */
	UNLOADING("being unloaded"),
	/** Its library was removed from the process. */
	UNLOADED("unloaded"),
	/** Its library was closed and is still mapped. A load uses a new copy. */
	PINNED("closed, its library still mapped"),
	/** It is not loaded, and a load that was given up has not come to its end. */
	STALLED("not loaded, and a load that was given up is still running");

	private final String text;

	ModuleState(String text) {
		this.text = text;
	}

	/**
	 * Returns the state in words.
	 * @return the rest of a sentence that begins with the module and {@code is}
	 */
	public String text() {
		return this.text;
	}

}
