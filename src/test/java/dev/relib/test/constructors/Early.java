package dev.relib.test.constructors;

import dev.relib.RelibExports;

/**
 * What a constructor of the library has made.
 */
@RelibExports
public interface Early {

	String text();

}
