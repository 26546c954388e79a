package dev.relib.runtime;

import java.util.List;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/**
 * The place that has started a thread. All threads of Rust and C++ are started by a few
 * functions of the language's own library, which tell nothing.
 */
final class ThreadOrigin {

	/** Rust's crates in both kinds of symbols, namespace std, and a function of C11. */
	private static final Pattern OF_THE_LANGUAGE = Pattern.compile(
			"_R(?>.*?Cs[0-9A-Za-z]+_)(3std|4core|5alloc).*|_ZN(3std|4core|5alloc|\\d+_\\$LT\\$(std|core|alloc)\\.).*|_ZN?K?St.*|thrd_create\\+.*");

	private ThreadOrigin() {
	}

	/**
	 * Names the innermost call by other code.
	 * @param frames the calls that have led to the thread, innermost first
	 * @param names the names of places, hexadecimal numbers for those that have none
	 * @return the place; that of the innermost call if all others have no name
	 */
	static String of(List<Long> frames, LongFunction<String> names) {
		return frames.stream()
			.map(names::apply)
			.filter((name) -> !name.startsWith("0x") && !OF_THE_LANGUAGE.matcher(name).matches())
			.findFirst()
			.orElseGet(() -> names.apply(frames.get(0)));
	}

}
