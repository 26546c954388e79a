package dev.relib.test.modulethread;

import dev.relib.RelibExports;

@RelibExports
public interface Spawner {

	/** Runs a thread to its end that logs and calls the host twice. */
	void spawn(String text);

	/** Logs on the calling thread and returns how many bytes it logged. */
	int log(String text);

}
