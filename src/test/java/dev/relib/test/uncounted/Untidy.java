// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.uncounted;

import dev.relib.RelibExports;

@RelibExports
public interface Untidy {

	/** Allocates two blocks, opens a file, and forgets one block and the file. */
	void forget();

}
