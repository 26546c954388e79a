// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustends;

import dev.relib.RelibImports;

/**
 * An import that fails.
 */
@RelibImports
public interface Refusal {

	int refuse();

}
