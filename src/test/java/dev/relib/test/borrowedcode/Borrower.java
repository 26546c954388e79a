// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.borrowedcode;

import dev.relib.RelibExports;
import dev.relib.RelibName;

/**
 * A plain library that calls addresses.
 */
@RelibExports
public interface Borrower {

	/** Calls an address. */
	@RelibName("borrower_call")
	void call(long address);

	/** Has a thread call an address, which then waits until {@link #end}. */
	@RelibName("borrower_start")
	void start(long address);

	/** Returns whether the thread's call has returned. */
	@RelibName("borrower_has_called")
	int hasCalled();

	/** Ends and joins the thread. */
	@RelibName("borrower_end")
	void end();

}
