// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.located;

import dev.relib.RelibExports;
import dev.relib.RelibModule;

/**
 * An interface whose {@link RelibModule} names the location of a library.
 */
@RelibExports
@RelibModule("target/test-modules/crier/libcrier.so")
public interface Crier {

	int announce(int number);

}
