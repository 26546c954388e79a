// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.borrowedcode;

import dev.relib.RelibExports;

/**
 * A module that lets others call its functions by their addresses.
 */
@RelibExports
public interface Lender {

	/** Returns the address of a function that calls the host. */
	long callsHost();

	/** Returns the address of a function that sleeps until {@link #wake}. */
	long sleeps();

	/** Returns the address of a function that computes until {@link #wake}. */
	long computes();

	/** Returns 1 once one of both has begun. */
	int isInside();

	/** Lets both return. */
	void wake();

}
