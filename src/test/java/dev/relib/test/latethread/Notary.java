package dev.relib.test.latethread;

import dev.relib.RelibImports;

/**
 * What the module calls.
 */
@RelibImports
public interface Notary {

	void inherited();

}
