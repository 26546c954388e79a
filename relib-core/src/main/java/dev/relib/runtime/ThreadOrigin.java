// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.util.List;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/**
 * Finds the place in a module's code that has started a thread. In Rust and C++, the
 * innermost frames are functions of the language's own library.
 */
final class ThreadOrigin {

	/**
	 * The crates of Rust's standard library in both manglings, the namespace std of C++,
	 * and a function of C11.
	 */
	private static final Pattern OF_THE_LANGUAGE = Pattern.compile(
			"_R(?>.*?Cs[0-9A-Za-z]+_)(3std|4core|5alloc).*|_ZN(3std|4core|5alloc|\\d+_\\$LT\\$(std|core|alloc)\\.).*|_ZN?K?St.*|thrd_create\\+.*");

	private ThreadOrigin() {
	}

	/**
	 * Names the innermost frame outside the language's library.
	 * @param frames the stack that has started the thread, innermost frame first
	 * @param names the names of places; hexadecimal numbers for nameless ones
	 * @return the place; the innermost frame if no other one has a name
	 */
	static String of(List<Long> frames, LongFunction<String> names) {
		return frames.stream()
			.map(names::apply)
			.filter((name) -> !name.startsWith("0x") && !OF_THE_LANGUAGE.matcher(name).matches())
			.findFirst()
			.orElseGet(() -> names.apply(frames.get(0)));
	}

}
