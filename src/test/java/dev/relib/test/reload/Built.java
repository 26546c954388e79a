package dev.relib.test.reload;

import dev.relib.RelibExports;

/**
 * A second interface of the module.
 */
@RelibExports
public interface Built {

	/** How often the module was asked. */
	int count();

}
