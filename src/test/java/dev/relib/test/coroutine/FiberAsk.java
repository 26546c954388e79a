// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.coroutine;

import dev.relib.RelibImports;

/**
 * The import.
 */
@RelibImports
public interface FiberAsk {

	int ask(int number);

}
