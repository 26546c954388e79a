package dev.relib.test.swappedfile;

import dev.relib.RelibImports;

/**
 * Is looked up after the library was verified, and before it is opened.
 */
@RelibImports
public interface Witness {

	void see();

}
