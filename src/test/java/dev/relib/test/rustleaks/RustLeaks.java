package dev.relib.test.rustleaks;

import dev.relib.RelibExports;

/**
 * A module that leaks as far as safe Rust can.
 */
@RelibExports
public interface RustLeaks {

	/** One block, which is written to. */
	void leak(long bytes);

	/** Reference-counted objects that hold themselves and one block each. */
	void leakRings(int count, int bytes);

	/** Leaks nothing. */
	String repeat(String text, int times);

}
