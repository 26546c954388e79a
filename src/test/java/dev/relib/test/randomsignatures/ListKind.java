// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.randomsignatures;

import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A list of texts or records.
 */
record ListKind(Kind element) implements Kind {

	private static final int MAX_LENGTH = 4;

	private boolean isOfTexts() {
		return this.element.java().equals("String");
	}

	@Override
	public String java() {
		return "List<" + this.element.java() + ">";
	}

	@Override
	public String parameter() {
		return (isOfTexts() ? "relib_string_s" : this.element.java() + "S") + "lice";
	}

	@Override
	public String returned() {
		return (isOfTexts() ? "relib_string_l" : this.element.java() + "L") + "ist";
	}

	@Override
	public String copy(String parameter) {
		return (isOfTexts() ? "relib_string" : this.element.java().toLowerCase(Locale.ROOT)) + "_list_copy(" + parameter
				+ ")";
	}

	/** The names of loops differ by what they run over. */
	@Override
	public String hash(String value) {
		String index = "i" + value.replaceAll("[^a-z0-9]", "");
		return "mix(&%1$s.len, sizeof(size_t)); for (size_t %2$s = 0; %2$s < %1$s.len; %2$s++) { %3$s }"
			.formatted(value, index, this.element.hash(value + ".ptr[" + index + "]"));
	}

	@Override
	public Object random(Random random, ClassLoader loader) {
		return IntStream.range(0, random.nextInt(MAX_LENGTH))
			.mapToObj((i) -> this.element.random(random, loader))
			.toList();
	}

	@Override
	public String optional() {
		return "Optional<" + java() + ">";
	}

}
