// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustcrates;

import dev.relib.RelibExports;

/**
 * Runs a tokio runtime with an echo server on the loopback interface.
 */
@RelibExports
public interface TokioServer {

	/** Starts the runtime and the server. */
	void start();

	/** Sends a text to the server over TCP, and returns its answer. */
	String echo(String text);

	/** Sleeps by a timer of the runtime, and returns the elapsed milliseconds. */
	long sleep(long millis);

	String read(String path);

	/** Sums the numbers from 1 to n on a thread for blocking tasks. */
	long compute(long n);

	/** Sets whether {@code before_unload} leaves the runtime running. */
	void forgetTheShutdown(boolean forget);

}
