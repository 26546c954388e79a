// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.nesting;

import dev.relib.RelibExports;

/**
 * The module's function, which calls the import with so many bytes in its frame.
 */
@RelibExports
public interface NestingDown {

	int down(int levels, int frame);

}
