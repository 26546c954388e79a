// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.plugin;

import dev.relib.RelibExports;
import dev.relib.RelibModule;

/**
 * An interface whose {@link RelibModule} names a module.
 */
@RelibExports
@RelibModule("herald")
public interface Herald {

	int announce(int number);

}
