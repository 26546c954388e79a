// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.sanitizer;

import dev.relib.RelibExports;

/**
 * A function of a plain library.
 */
@RelibExports
public interface Summing {

	int sum(int one, int other);

}
