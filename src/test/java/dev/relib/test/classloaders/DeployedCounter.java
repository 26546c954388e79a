// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.classloaders;

import dev.relib.RelibExports;

/**
 * Exports of the module of each deployment.
 */
@RelibExports
public interface DeployedCounter {

	/** Returns the sum of a point's coordinates, which the host is asked for. */
	int next();

}
