// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.reader;

import java.util.List;
import java.util.Map;

/**
 * A documentation comment as plain text. Each part that the comment does not have is
 * empty.
 *
 * @param text the description
 * @param parameters the description of each documented parameter or component, by its
 * name in snake case, or of each constant, by its name
 * @param returns the description of the return value
 * @param exceptions the name of each documented exception with its description, in order
 */
public record Documentation(String text, Map<String, String> parameters, String returns, List<String> exceptions) {

	static final Documentation NONE = new Documentation("", Map.of(), "", List.of());

	public Documentation {
		parameters = Map.copyOf(parameters);
		exceptions = List.copyOf(exceptions);
	}

	/**
	 * Returns the description of a parameter, component or constant.
	 * @param name its name, as in {@link #parameters}
	 * @return the description, empty if there is none
	 */
	public String parameter(String name) {
		return this.parameters.getOrDefault(name, "");
	}

}
