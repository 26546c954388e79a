// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.smallstack;

import dev.relib.RelibExports;

/**
 * A module that starts threads with little stack, each of which calls an import.
 */
@RelibExports
public interface SmallStack {

	int ofSize(int kilobytes);

	int ofOwn(int kilobytes);

	int byDefault(int kilobytes);

}
