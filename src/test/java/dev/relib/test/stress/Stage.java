package dev.relib.test.stress;

import dev.relib.RelibImports;

/**
 * What the module calls.
 */
@RelibImports
public interface Stage {

	int times();

}
