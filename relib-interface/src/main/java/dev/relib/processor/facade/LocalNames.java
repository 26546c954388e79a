// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.facade;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names of a method's local variables, which differ from those of its parameters.
 */
final class LocalNames {

	private final Set<String> taken;

	private final Map<String, String> names = new HashMap<>();

	LocalNames(Iterable<String> parameters) {
		this.taken = new HashSet<>();
		parameters.forEach(this.taken::add);
	}

	/** Returns the name of a variable, always the same for a wanted name. */
	String name(String wanted) {
		return this.names.computeIfAbsent(wanted, this::free);
	}

	private String free(String wanted) {
		String name = wanted;
		while (!this.taken.add(name)) {
			name += "_";
		}
		return name;
	}

}
