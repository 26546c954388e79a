package dev.relib.test.rustcrates;

import dev.relib.RelibExports;

/**
 * A tokio runtime with an echo server on the loopback interface.
 */
@RelibExports
public interface TokioServer {

	/** Starts runtime and server. */
	void start();

	/** Through the server, over TCP. */
	String echo(String text);

	/** By a timer of the runtime; returns for how many milliseconds. */
	long sleep(long millis);

	String read(String path);

	/** The sum from 1 to n, on a thread for tasks that block. */
	long compute(long n);

	/** Whether {@code before_unload} leaves the runtime as it is. */
	void forgetTheShutdown(boolean forget);

}
