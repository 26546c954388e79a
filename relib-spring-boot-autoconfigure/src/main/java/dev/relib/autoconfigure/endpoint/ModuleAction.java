// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.endpoint;

/**
 * Operations on a module.
 */
public enum ModuleAction {

	/** Loads the module; refused if it is loaded already. */
	LOAD,
	/** Loads a new generation, moves callers to it and unloads the old one. */
	RELOAD,
	/** Unloads the module; refused while it is in use. */
	UNLOAD

}
