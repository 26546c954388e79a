package dev.relib.test.nounloading;

import dev.relib.RelibImports;

/**
 * What the module calls.
 */
@RelibImports
public interface Landlord {

	String title(String name);

	void movedOut();

}
