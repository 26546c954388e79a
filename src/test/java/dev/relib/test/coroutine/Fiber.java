// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.coroutine;

import dev.relib.RelibExports;

/**
 * Functions that call the import on a stack of their own.
 */
@RelibExports
public interface Fiber {

	int onCoroutine(int number);

	int onSignalStack(int number);

	int onThread(int number);

}
