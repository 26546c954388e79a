package dev.relib.processor;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Block comments of C.
 */
final class CComment {

	private static final int LINE = 110;

	private CComment() {
	}

	/**
	 * Writes a comment.
	 * @param paragraphs what it says; empty ones are left out
	 * @return the comment with a line feed, or nothing if it says nothing
	 */
	static String of(String... paragraphs) {
		String text = Stream.of(paragraphs)
			.filter((paragraph) -> !paragraph.isBlank())
			.map(String::strip)
			.collect(Collectors.joining("\n\n"));
		if (text.isEmpty()) {
			return "";
		}
		return harmless(text).lines()
			.map((line) -> (" * " + line).stripTrailing() + "\n")
			.collect(Collectors.joining("", "/*\n", " */\n"));
	}

	/**
	 * Writes a comment inside of a type.
	 * @param text what it says
	 * @return the comment with a line feed, on one line if it fits, or nothing if it says
	 * nothing
	 */
	static String inside(String text) {
		String line = "\t/* " + harmless(text.strip()) + " */";
		return (line.length() < LINE && !text.isBlank() && !line.contains("\n")) ? line + "\n"
				: of(text).lines().map((part) -> "\t" + part + "\n").collect(Collectors.joining());
	}

	/**
	 * Breaks what ends a comment or makes compilers warn about it, and drops invisible
	 * characters.
	 */
	private static String harmless(String text) {
		return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]", "")
			.replace("*/", "* /")
			.replace("/*", "/ *")
			.replace("??/", "? ?/");
	}

}
