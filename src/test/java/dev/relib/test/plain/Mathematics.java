// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plain;

import dev.relib.RelibErrno;
import dev.relib.RelibErrno.Failure;
import dev.relib.RelibExports;
import dev.relib.RelibName;

/**
 * Functions of libm, some of which are indirect functions (STT_GNU_IFUNC).
 */
@RelibExports(plain = true)
public interface Mathematics {

	double cos(double angle);

	double hypot(double a, double b);

	float sqrtf(float square);

	double frexp(double number, int[] exponent);

	@RelibErrno(Failure.ERRNO)
	double log(double number);

	@RelibName("pow@GLIBC_2.29")
	double power(double base, double exponent);

}
