// SPDX-License-Identifier: Apache-2.0
package dev.relib.cli;

/**
 * Escapes text from files of others: control characters could command the terminal.
 */
final class Printable {

	private Printable() {
	}

	/** Replaces control and format characters by {@code \\uXXXX}. */
	static String of(String text) {
		StringBuilder printable = new StringBuilder(text.length());
		text.codePoints().forEach((c) -> {
			int type = Character.getType(c);
			if (type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR
					|| type == Character.PARAGRAPH_SEPARATOR || type == Character.SURROGATE) {
				printable.append(String.format("\\u%04x", c));
			}
			else {
				printable.appendCodePoint(c);
			}
		});
		return printable.toString();
	}

}
