// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

/**
 * Converts names from the style of Java to that of native functions.
 */
public final class SnakeCase {

	private SnakeCase() {
	}

	/**
	 * Converts a Java name.
	 * @param javaName a name in camel case
	 * @return the name in snake case: {@code alphaBlend} and {@code AlphaBlend} become
	 * {@code alpha_blend}, {@code toRGBA} becomes {@code to_rgba}
	 */
	public static String of(String javaName) {
		StringBuilder name = new StringBuilder();
		for (int i = 0; i < javaName.length(); i++) {
			char c = javaName.charAt(i);
			if (Character.isUpperCase(c) && startsWord(javaName, i)) {
				name.append('_');
			}
			name.append(Character.toLowerCase(c));
		}
		return name.toString();
	}

	private static boolean startsWord(String name, int i) {
		if (i == 0 || name.charAt(i - 1) == '_') {
			return false;
		}
		boolean afterLower = !Character.isUpperCase(name.charAt(i - 1));
		boolean beforeLower = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
		return afterLower || beforeLower;
	}

}
