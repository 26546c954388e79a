// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.bindings;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Escapes the names of one scope: a name that the language reserves gets underscores at
 * its end until it differs from all other names of the scope.
 */
public final class EscapedNames {

	private EscapedNames() {
	}

	/**
	 * Escapes all names of a scope.
	 * @param names the names
	 * @param isReserved tells whether the language reserves a name
	 * @return the names in the same order
	 */
	public static List<String> of(List<String> names, Predicate<String> isReserved) {
		Set<String> taken = new HashSet<>(names);
		return names.stream().map((name) -> escape(name, taken, isReserved)).toList();
	}

	private static String escape(String name, Set<String> taken, Predicate<String> isReserved) {
		String escaped = name;
		while (isReserved.test(name) && !taken.add(escaped)) {
			escaped += "_";
		}
		return escaped;
	}

}
