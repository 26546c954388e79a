// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plain;

import dev.relib.RelibExports;

/**
 * Functions of libm, some of which are indirect functions (STT_GNU_IFUNC).
 */
@RelibExports
public interface Mathematics {

	double cos(double angle);

	double hypot(double a, double b);

	float sqrtf(float square);

}
