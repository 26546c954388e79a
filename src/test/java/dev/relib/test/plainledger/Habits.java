// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plainledger;

import dev.relib.RelibExports;

/**
 * What a plain library does behind its host's back.
 */
@RelibExports
interface Habits {

	void remember(String path);

	int start();

	int startC11();

	int startFound(int how);

	int findsItself();

	void stopAll();

	void loseMemory();

	int readLine(String path);

	long give(long size);

	int openFile(String path);

	int mapPage();

}
