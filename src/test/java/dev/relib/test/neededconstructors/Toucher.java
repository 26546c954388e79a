// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.neededconstructors;

import dev.relib.RelibExports;

/**
 * Has a thread-local made for the calling thread, and ends a thread of a constructor.
 */
@RelibExports
interface Toucher {

	int touch();

	void stop();

}
