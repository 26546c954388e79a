// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.floatingpoint;

import dev.relib.RelibExports;

/**
 * A module that changes how its thread computes.
 */
@RelibExports
public interface SignalProcessor {

	void flush();

	void roundUp();

	void panic();

	double halfByImport(double value);

}
