// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.linkedledger;

import dev.relib.RelibExports;

/**
 * Has a library that the module is linked to do things.
 */
@RelibExports
public interface Linked {

	int start();

	void stop();

	int open();

	void allocate(int size);

	void remember();

}
