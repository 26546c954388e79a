package dev.relib.test.lefthost;

import dev.relib.RelibImports;

/**
 * What the guest calls.
 */
@RelibImports
public interface Door {

	/** Returns whether to go on. */
	boolean knock();

}
