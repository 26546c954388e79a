// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the message of a panic in the text that Rust's standard library writes to
 * standard error. Upstream's crates pass nothing else on.
 */
final class UpstreamPanic {

	private static final Pattern WRITTEN = Pattern.compile(
			"panicked at (?<location>[^\\n]+):\\n(?<message>.*?)(\\n(note: run with |stack backtrace:\\n).*)?\\n?",
			Pattern.DOTALL);

	private UpstreamPanic() {
	}

	/**
	 * Finds message and location.
	 * @param written the text that a thread has written since its panic began, possibly
	 * cut off
	 * @return for example {@code out of paper (src/lib.rs:12:5)}
	 */
	static Optional<String> message(String written) {
		Matcher matcher = WRITTEN.matcher(written.substring(Math.max(0, written.indexOf("panicked at "))));
		return matcher.matches() ? Optional.of(matcher.group("message") + " (" + matcher.group("location") + ")")
				: Optional.empty();
	}

}
