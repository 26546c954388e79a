// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.ownerthread;

import dev.relib.RelibExports;

@RelibExports
public interface Single {

	/** Returns the kernel's id of the thread that the function runs on. */
	long thread();

	/** Asks the host and returns its answer. */
	String ask(String question);

	void panic(String message);

}
