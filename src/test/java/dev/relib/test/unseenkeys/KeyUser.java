// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.unseenkeys;

import dev.relib.RelibExports;

/**
 * Has values of thread-specific keys that were made behind the host's back.
 */
@RelibExports
interface KeyUser {

	void useItsKey();

	void useOwnKey();

	void useOwnKeyByPointer();

}
