// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.leftcallbacks;

import dev.relib.RelibExports;

/**
 * Leaves functions with the C library that it would call later.
 */
@RelibExports
public interface Leaver {

	int startTimer(int millis);

	int startAndDeleteTimer();

	int countTicks();

	int awaitMessage();

	int leaveStream(int bytes);

	int leaveFormat();

	int leaveExitCall();

}
