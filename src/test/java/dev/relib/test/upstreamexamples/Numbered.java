// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstreamexamples;

import dev.relib.RelibExports;

/**
 * One of the interfaces of the crate {@code interfaces}.
 */
@RelibExports
public interface Numbered {

	int number();

}
