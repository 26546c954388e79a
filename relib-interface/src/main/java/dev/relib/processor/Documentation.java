package dev.relib.processor;

import java.util.List;
import java.util.Map;

/**
 * A documentation comment as plain text; what is not there is empty.
 *
 * @param text the description
 * @param parameters the description of each documented parameter or component, by its
 * name in snake case, or of each constant, by its name
 * @param returns the description of the return value
 * @param failures what is thrown and why, in order
 */
record Documentation(String text, Map<String, String> parameters, String returns, List<String> failures) {

	static final Documentation NONE = new Documentation("", Map.of(), "", List.of());

	Documentation {
		parameters = Map.copyOf(parameters);
		failures = List.copyOf(failures);
	}

	String parameter(String name) {
		return this.parameters.getOrDefault(name, "");
	}

}
