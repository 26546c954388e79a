package dev.relib.test.mainfunction;

import dev.relib.RelibExports;

@RelibExports
public interface Play {

	/** What main has got from the host, 0 before. */
	int acts();

}
