package dev.relib.test.rustcrates;

import dev.relib.RelibExports;

/**
 * Sums from 1 to n on threads of rayon.
 */
@RelibExports
public interface RayonPool {

	/** A pool of the module's own, which {@code before_unload} drops. */
	long sumOnTheOwnPool(long n);

	/** The one that rayon starts by itself and never ends. */
	long sumOnTheGlobalPool(long n);

}
