package dev.relib.test.ownerthread;

import dev.relib.RelibExports;

@RelibExports
public interface Single {

	/** The kernel's id of the thread that this runs on. */
	long thread();

	/** Asks the host and returns its answer. */
	String ask(String question);

	void panic(String message);

}
