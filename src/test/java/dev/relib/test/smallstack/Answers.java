// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.smallstack;

import dev.relib.RelibImports;

/**
 * A function that needs some stack.
 */
@RelibImports
public interface Answers {

	int answer(int question);

}
