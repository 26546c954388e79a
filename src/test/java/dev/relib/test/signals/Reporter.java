// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.signals;

import dev.relib.RelibExports;

/**
 * A module that handles signals.
 */
@RelibExports
public interface Reporter {

	boolean installed();

	int seen();

}
