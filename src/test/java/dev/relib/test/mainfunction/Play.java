// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.mainfunction;

import dev.relib.RelibExports;

@RelibExports
public interface Play {

	/** Returns the number that main has received from the host, 0 before main. */
	int acts();

}
