package dev.relib.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.relib.contract.SnakeCase;

/**
 * Splits a documentation comment into description and tags. What {@code @param} and
 * {@code @return} do not say is for readers of Java and left out.
 */
final class JavadocReader {

	private static final Pattern TAG = Pattern.compile("@(\\w+)\\s*(.*)", Pattern.DOTALL);

	private static final Pattern PARAMETER = Pattern.compile("(\\w+)\\s*(.*)", Pattern.DOTALL);

	private final String comment;

	JavadocReader(String comment) {
		this.comment = comment;
	}

	Documentation read() {
		List<String> blocks = blocks();
		Map<String, String> parameters = new HashMap<>();
		String returns = "";
		for (String block : blocks.subList(1, blocks.size())) {
			Matcher tag = TAG.matcher(block.strip());
			if (tag.matches() && tag.group(1).equals("return")) {
				returns = JavadocText.plain(tag.group(2));
			}
			Matcher parameter = PARAMETER.matcher(tag.matches() ? tag.group(2) : "");
			if (parameter.matches() && tag.group(1).equals("param")) {
				parameters.put(SnakeCase.of(parameter.group(1)), JavadocText.plain(parameter.group(2)));
			}
		}
		return new Documentation(JavadocText.plain(blocks.get(0)), parameters, returns);
	}

	/**
	 * Splits at the lines that start with a tag outside of braces.
	 * @return the description, then one text for each tag
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
