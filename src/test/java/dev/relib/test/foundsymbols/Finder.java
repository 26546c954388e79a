// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.foundsymbols;

import dev.relib.RelibExports;

/**
 * Calls functions that it has looked up: the next one (0), the process's (1), one of a
 * library (2), one of a version (3).
 */
@RelibExports
public interface Finder {

	int start(int how);

	void stop();

	boolean finds(int how);

	int lose(int how);

}
