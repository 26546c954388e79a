package dev.relib.test.rustcrates;

import dev.relib.RelibExports;

/**
 * What all modules here implement: uses the crate in each way that leaves something in a
 * process or on the calling thread. May be called on any thread.
 */
@RelibExports
public interface Exercise {

	void exercise();

}
