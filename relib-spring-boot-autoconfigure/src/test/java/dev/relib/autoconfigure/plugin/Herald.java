package dev.relib.autoconfigure.plugin;

import dev.relib.RelibExports;
import dev.relib.RelibModule;

/**
 * Names its module.
 */
@RelibExports
@RelibModule("herald")
public interface Herald {

	int announce(int number);

}
