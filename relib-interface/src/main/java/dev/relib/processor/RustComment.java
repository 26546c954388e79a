package dev.relib.processor;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Documentation comments of Rust.
 */
final class RustComment {

	private RustComment() {
	}

	/**
	 * Writes a comment.
	 * @param indentation what each line begins with
	 * @param paragraphs what it says; empty ones are left out
	 * @return the comment with a line feed, or nothing if it says nothing
	 */
	static String of(String indentation, String... paragraphs) {
		String text = Stream.of(paragraphs)
			.filter((paragraph) -> !paragraph.isBlank())
			.map(String::strip)
			.collect(Collectors.joining("\n\n"));
		return text.isEmpty() ? ""
				: visible(text).lines()
					.map((line) -> (indentation + "/// " + line).stripTrailing() + "\n")
					.collect(Collectors.joining());
	}

	/** Compilers refuse single carriage returns and what turns the direction of text. */
	private static String visible(String text) {
		return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]", "");
	}

}
