package dev.relib.processor;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with places such as <code>${name}</code>. They are filled in one pass: what is
 * filled in may look like a place, as documentation may, and stays as it is.
 */
final class Template {

	private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");

	private Template() {
	}

	/**
	 * Fills a template.
	 * @param template the text
	 * @param values what to put in, by the name of the place
	 * @return the text without places of its own
	 * @throws IllegalArgumentException if the template has a place for which there is no
	 * value
	 */
	static String fill(String template, Map<String, String> values) {
		return PLACE.matcher(template).replaceAll((place) -> Matcher.quoteReplacement(value(place.group(1), values)));
	}

	private static String value(String name, Map<String, String> values) {
		if (!values.containsKey(name)) {
			throw new IllegalArgumentException("nothing to put in for " + name);
		}
		return values.get(name);
	}

}
