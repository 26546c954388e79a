// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustleaks;

import dev.relib.RelibExports;

/**
 * A module that leaks as far as safe Rust can.
 */
@RelibExports
public interface RustLeaks {

	/** Leaks one block, after writing to it. */
	void leak(long bytes);

	/** Leaks reference-counted objects that hold themselves and one block each. */
	void leakRings(int count, int bytes);

	/** Repeats a text, without a leak. */
	String repeat(String text, int times);

}
