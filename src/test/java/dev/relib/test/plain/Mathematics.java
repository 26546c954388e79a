package dev.relib.test.plain;

import dev.relib.RelibExports;

/**
 * Some of the C library's mathematics, part of which are indirect functions.
 */
@RelibExports
public interface Mathematics {

	double cos(double angle);

	double hypot(double a, double b);

	float sqrtf(float square);

}
