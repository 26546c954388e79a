package dev.relib.test.rustthreads;

import dev.relib.RelibImports;

/**
 * What the threads call.
 */
@RelibImports
public interface RustListener {

	void heard(String text);

}
