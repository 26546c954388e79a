// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.neighbours;

import dev.relib.RelibExports;

/**
 * A library with a plug-in.
 */
@RelibExports
public interface Plugins {

	int plugin();

}
