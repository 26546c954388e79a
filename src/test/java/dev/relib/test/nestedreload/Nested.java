// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.nestedreload;

import dev.relib.RelibExports;

@RelibExports
public interface Nested {

	/**
	 * Adds up 100 times the number of the build and the host's answers to the call and to
	 * main.
	 */
	int work(int number);

}
