package dev.relib.autoconfigure.endpoint;

/**
 * What can be done with a module.
 */
public enum ModuleAction {

	/** Load it where it is not loaded. */
	LOAD,
	/** Load it again and move its callers. */
	RELOAD,
	/** Unload it. */
	UNLOAD

}
