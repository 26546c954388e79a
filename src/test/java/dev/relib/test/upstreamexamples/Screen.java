// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstreamexamples;

import dev.relib.RelibExports;

/**
 * Exports of the crate {@code screen}. Pointers are numbers to Java.
 */
@RelibExports
public interface Screen {

	void connect(long number, long add);

	long step(long by);

}
