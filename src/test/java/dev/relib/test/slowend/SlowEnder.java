// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.slowend;

import dev.relib.RelibExports;

/**
 * Starts threads whose functions return at once, and whose thread-specific values have
 * slow destructors.
 */
@RelibExports
public interface SlowEnder {

	/** Starts a detached thread. */
	void detach(int millis);

	/** Starts a joinable thread that is never joined. */
	void forget(int millis);

}
