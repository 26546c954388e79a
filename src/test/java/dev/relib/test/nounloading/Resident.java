package dev.relib.test.nounloading;

import dev.relib.RelibExports;

/**
 * Stays.
 */
@RelibExports
public interface Resident {

	/** Says what the host calls somebody. Panics if the name is empty. */
	String greet(String name);

}
