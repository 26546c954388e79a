// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.leftcallbacks;

import dev.relib.RelibExports;

/**
 * Has the C library work with threads of its own.
 */
@RelibExports
public interface Requester {

	int use(String path);

	int leave(int count);

	int leaveQuickExit();

}
