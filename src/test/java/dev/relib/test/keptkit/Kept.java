// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.keptkit;

import dev.relib.RelibExports;

/**
 * What the kept modules can do. Kept as they are: the modules are binaries.
 */
@RelibExports
public interface Kept {

	/** Returns what the host answers, in brackets. */
	String relay(String text);

	void panic(String message);

	/** Starts a thread that calls the host, and lives until before_unload. */
	void startThread();

	/** Leaks so many blocks of 100 bytes. */
	void leak(int count);

	/** Keeps the text in a thread-local, whose destructor logs it. */
	void keep(String text);

}
