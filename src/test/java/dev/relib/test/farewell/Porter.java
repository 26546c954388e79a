package dev.relib.test.farewell;

import dev.relib.RelibImports;

/**
 * What the module calls.
 */
@RelibImports
public interface Porter {

	String farewell(String language);

}
