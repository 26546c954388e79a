// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.relib.contract.SnakeCase;

/**
 * Splits a documentation comment into its description and its tags. It keeps
 * {@code @param}, {@code @return} and {@code @throws}; all other tags are meant for
 * readers of Java.
 */
final class JavadocReader {

	private static final Pattern TAG = Pattern.compile("@(\\w+)\\s*(.*)", Pattern.DOTALL);

	private static final Pattern NAMED = Pattern.compile("(\\S+)\\s*(.*)", Pattern.DOTALL);

	private final String comment;

	JavadocReader(String comment) {
		this.comment = comment;
	}

	Documentation read() {
		List<String> blocks = blocks();
		Map<String, String> parameters = new HashMap<>();
		List<String> exceptions = new ArrayList<>();
		String returns = "";
		for (String block : blocks.subList(1, blocks.size())) {
			Matcher tag = TAG.matcher(block.strip());
			String kind = tag.matches() ? tag.group(1) : "";
			if (kind.equals("return")) {
				returns = JavadocText.plain(tag.group(2));
			}
			Matcher named = NAMED.matcher(kind.isEmpty() ? "" : tag.group(2));
			if (named.matches() && kind.equals("param")) {
				parameters.put(SnakeCase.of(named.group(1)), JavadocText.plain(named.group(2)));
			}
			else if (named.matches() && (kind.equals("throws") || kind.equals("exception"))) {
				exceptions.add((named.group(1) + ": " + JavadocText.plain(named.group(2))).strip());
			}
		}
		return new Documentation(JavadocText.plain(blocks.get(0)), parameters, returns, exceptions);
	}

	/**
	 * Splits the comment before each line that starts with a tag outside of braces.
	 * @return the description, then the text of each tag
	 */
	private List<String> blocks() {
		List<String> blocks = new ArrayList<>();
		StringBuilder block = new StringBuilder();
		int depth = 0;
		for (String line : this.comment.lines().toList()) {
			if (depth == 0 && line.stripLeading().startsWith("@")) {
				blocks.add(block.toString());
				block.setLength(0);
			}
			block.append(line).append('\n');
			depth = depth(line, depth);
		}
		blocks.add(block.toString());
		return blocks;
	}

	private static int depth(String line, int depth) {
		int result = depth;
		for (int i = 0; i < line.length(); i++) {
			if (line.charAt(i) == '{' && (result > 0 || line.startsWith("{@", i))) {
				result++;
			}
			else if (line.charAt(i) == '}' && result > 0) {
				result--;
			}
		}
		return result;
	}

}
