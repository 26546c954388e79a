// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.floatingpoint;

import dev.relib.RelibImports;

/**
 * Arithmetic of the host.
 */
@RelibImports
public interface Halves {

	double half(double value);

}
