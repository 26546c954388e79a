package dev.relib.cli;

/**
 * Text out of files of others, which must not command the terminal.
 */
final class Printable {

	private Printable() {
	}

	/**
	 * Replaces what is no character to be read.
	 */
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
