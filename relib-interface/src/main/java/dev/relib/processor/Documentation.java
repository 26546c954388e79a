package dev.relib.processor;

import java.util.Map;

/**
 * A documentation comment as plain text; what is not there is empty.
 *
 * @param text the description
 * @param parameters the description of each documented parameter, by its name in snake
 * case
 * @param returns the description of the return value
 */
record Documentation(String text, Map<String, String> parameters, String returns) {

	static final Documentation NONE = new Documentation("", Map.of(), "");

	Documentation {
		parameters = Map.copyOf(parameters);
	}

}
