// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.reload;

import dev.relib.RelibExports;

@RelibExports
public interface Versioned {

	/** Returns the version that the module was compiled with. */
	int version();

	/** Returns the version before and after a call of the host. */
	String versionAroundTheHost();

}
