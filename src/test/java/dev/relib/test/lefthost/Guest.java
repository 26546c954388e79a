package dev.relib.test.lefthost;

import dev.relib.RelibExports;

/**
 * Exports of the guest.
 */
@RelibExports
public interface Guest {

	/** Starts a thread that knocks until nobody wants to hear it any more. */
	void start();

}
