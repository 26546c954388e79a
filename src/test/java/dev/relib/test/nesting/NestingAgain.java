// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.nesting;

import dev.relib.RelibImports;

/**
 * The function that it calls, which calls the module again.
 */
@RelibImports
public interface NestingAgain {

	int again(int levels, int frame);

}
