package dev.relib.test.swappedfile;

import dev.relib.RelibExports;

@RelibExports
public interface Identity {

	/** Which of the libraries answers. */
	int who();

}
