// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.bindings;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills text that has placeholders such as <code>${name}</code>. One pass fills all of
 * them, so that a value which looks like a placeholder, as documentation may, stays as it
 * is.
 */
public final class Template {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

	private Template() {
	}

	/**
	 * Fills a template.
	 * @param template the text
	 * @param values the value of each placeholder, by its name
	 * @return the text with values in place of its placeholders
	 * @throws IllegalArgumentException if a placeholder has no value
	 */
	public static String fill(String template, Map<String, String> values) {
		return PLACEHOLDER.matcher(template)
			.replaceAll((placeholder) -> Matcher.quoteReplacement(value(placeholder.group(1), values)));
	}

	private static String value(String name, Map<String, String> values) {
		if (!values.containsKey(name)) {
			throw new IllegalArgumentException("the template has a placeholder ${" + name + "}; give it a value");
		}
		return values.get(name);
	}

}
