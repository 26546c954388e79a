// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.util.regex.Pattern;

import dev.relib.RelibName;
import org.jspecify.annotations.Nullable;

/**
 * Determines the names of methods in native code.
 */
public final class NativeName {

	private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

	private NativeName() {
	}

	/**
	 * Returns the native name of a method.
	 * @param method the name of the method in Java
	 * @param given the annotation of the method, or {@code null} if it has none
	 * @return the name in the annotation, or else the method's name in snake case
	 */
	public static String of(String method, @Nullable RelibName given) {
		return (given != null) ? given.value() : SnakeCase.of(method);
	}

	/**
	 * Tells whether a name is an identifier of C, as the name in a {@link RelibName} must
	 * be.
	 * @param name the name
	 * @return {@code true} for ASCII letters, digits and underscores, not beginning with
	 * a digit
	 */
	public static boolean isIdentifier(String name) {
		return IDENTIFIER.matcher(name).matches();
	}

}
