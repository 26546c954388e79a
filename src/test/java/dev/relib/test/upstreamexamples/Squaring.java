// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstreamexamples;

import dev.relib.RelibExports;

/**
 * The other interface of the crate {@code interfaces}.
 */
@RelibExports
public interface Squaring {

	long square(long of);

}
