// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.floatingpoint;

import dev.relib.RelibExports;

/**
 * A library without the kit that changes how its thread computes.
 */
@RelibExports
public interface PlainProcessor {

	int roundUp();

}
