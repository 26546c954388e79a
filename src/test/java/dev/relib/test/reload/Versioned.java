package dev.relib.test.reload;

import dev.relib.RelibExports;

@RelibExports
public interface Versioned {

	/** The version that the module was compiled with. */
	int version();

	/** The version, before and after a call of the host. */
	String versionAroundTheHost();

}
