// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.reader;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts the markup of documentation comments to plain text.
 */
final class JavadocText {

	private static final Pattern TAG = Pattern.compile("\\{@(\\w+)\\s*(.*)}", Pattern.DOTALL);

	private static final Pattern REFERENCE = Pattern.compile("#?([^\\s(]+(?:\\([^)]*\\))?)\\s*(.*)", Pattern.DOTALL);

	private static final Pattern BLANK_LINES = Pattern.compile("\\n(\\s*\\n)+");

	private JavadocText() {
	}

	static String plain(String markup) {
		String text = inline(markup).lines()
			.map(String::stripTrailing)
			.map((line) -> line.startsWith(" ") ? line.substring(1) : line)
			.reduce("", (all, line) -> all + line + '\n');
		return BLANK_LINES.matcher(text).replaceAll("\n\n").strip();
	}

	private static String inline(String markup) {
		StringBuilder text = new StringBuilder();
		int position = 0;
		for (int tag = markup.indexOf("{@"); tag >= 0; tag = markup.indexOf("{@", position)) {
			text.append(html(markup.substring(position, tag)));
			position = end(markup, tag);
			text.append(tag(markup.substring(tag, position)));
		}
		return text.append(html(markup.substring(position))).toString();
	}

	private static int end(String markup, int start) {
		int depth = 0;
		for (int i = start; i < markup.length(); i++) {
			if (markup.charAt(i) == '{') {
				depth++;
			}
			else if (markup.charAt(i) == '}' && --depth == 0) {
				return i + 1;
			}
		}
		return markup.length();
	}

	private static String tag(String markup) {
		Matcher tag = TAG.matcher(markup);
		if (!tag.matches()) {
			return markup;
		}
		String content = tag.group(2);
		return switch (tag.group(1)) {
			case "code", "literal", "snippet" -> content;
			case "link", "linkplain" -> reference(content);
			case "return" -> "Returns " + inline(content) + ".";
			case "inheritDoc", "docRoot" -> "";
			default -> inline(content);
		};
	}

	private static String reference(String content) {
		Matcher reference = REFERENCE.matcher(content);
		if (!reference.matches()) {
			return content;
		}
		return reference.group(2).isEmpty() ? reference.group(1).replace('#', '.') : inline(reference.group(2));
	}

	private static String html(String markup) {
		return markup.replaceAll("[ \\t]*</?p>[ \\t]*", "\n\n")
			.replaceAll("<li>", "- ")
			.replaceAll("</?[A-Za-z][^<>]*>", "")
			.replace("&lt;", "<")
			.replace("&gt;", ">")
			.replace("&nbsp;", " ")
			.replace("&quot;", "\"")
			.replace("&#64;", "@")
			.replace("&#42;", "*")
			.replace("&#47;", "/")
			.replace("&amp;", "&");
	}

}
