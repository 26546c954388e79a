// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.neighbours;

import dev.relib.RelibExports;

/**
 * A library that needs what is beside it.
 */
@RelibExports
public interface Model {

	int answer();

}
