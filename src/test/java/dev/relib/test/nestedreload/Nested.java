package dev.relib.test.nestedreload;

import dev.relib.RelibExports;

@RelibExports
public interface Nested {

	/** What the host answers, and the number of the build. */
	int work(int number);

}
