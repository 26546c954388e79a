// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.modulethread;

import dev.relib.RelibExports;

@RelibExports
public interface Spawner {

	/** Starts and joins a thread that logs and calls the host twice. */
	void spawn(String text);

	/** Logs on the calling thread, and returns the length of the text in bytes. */
	int log(String text);

}
