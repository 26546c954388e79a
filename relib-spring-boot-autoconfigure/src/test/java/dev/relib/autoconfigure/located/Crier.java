package dev.relib.autoconfigure.located;

import dev.relib.RelibExports;
import dev.relib.RelibModule;

/**
 * Names the location of its library.
 */
@RelibExports
@RelibModule("target/test-modules/crier/libcrier.so")
public interface Crier {

	int announce(int number);

}
