// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.slowload;

import dev.relib.RelibExports;

/**
 * A plain library that answers.
 */
@RelibExports
public interface SlowAnswer {

	int answer();

}
