// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.swappedfile;

import dev.relib.RelibExports;

@RelibExports
public interface Identity {

	/** Returns the number of the library that runs. */
	int who();

}
