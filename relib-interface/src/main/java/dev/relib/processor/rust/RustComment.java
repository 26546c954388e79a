// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.rust;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes documentation comments of Rust.
 */
final class RustComment {

	private RustComment() {
	}

	/**
	 * Writes a comment.
	 * @param indentation the beginning of each line
	 * @param paragraphs the text; blank paragraphs are left out
	 * @return the comment with a line feed, or an empty string if all paragraphs are
	 * blank
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

	/**
	 * Removes the characters that compilers refuse in comments, such as lone carriage
	 * returns and marks that change the direction of text.
	 */
	private static String visible(String text) {
		return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]", "");
	}

}
