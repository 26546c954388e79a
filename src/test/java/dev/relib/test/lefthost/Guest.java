// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.lefthost;

import dev.relib.RelibExports;

/**
 * Exports of the guest.
 */
@RelibExports
public interface Guest {

	/** Starts a thread that knocks until {@link Door#knock()} returns {@code false}. */
	void start();

}
