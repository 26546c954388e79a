// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.relib.processor.bindings.Bindings;
import dev.relib.processor.c.CBindings;
import dev.relib.processor.cpp.CppBindings;
import dev.relib.processor.rust.RustBindings;
import org.jspecify.annotations.Nullable;

/**
 * Selects the languages of the bindings: those that an option of the compiler names, or
 * all.
 */
final class Languages {

	/** The option of the compiler, for example {@code -Arelib.languages=c,rust}. */
	static final String OPTION = "relib.languages";

	private static final Map<String, Bindings> ALL = new TreeMap<>(
			Map.of("c", new CBindings(), "cpp", new CppBindings(), "rust", new RustBindings()));

	private Languages() {
	}

	/**
	 * Selects languages.
	 * @param options the options of the compiler
	 * @return bindings in a fixed order, at least one
	 * @throws IllegalArgumentException if the option names a language that has no
	 * bindings
	 */
	static List<Bindings> of(Map<String, String> options) {
		Collection<String> names = options.containsKey(OPTION) ? words(options.get(OPTION)) : ALL.keySet();
		List<String> unknown = names.stream().filter((name) -> !ALL.containsKey(name)).toList();
		if (!unknown.isEmpty()) {
			throw new IllegalArgumentException("-A" + OPTION + " names '" + String.join("', '", unknown)
					+ "', for which there are no bindings; use one or several of " + String.join(",", ALL.keySet()));
		}
		return ALL.entrySet()
			.stream()
			.filter((language) -> names.contains(language.getKey()))
			.map(Map.Entry::getValue)
			.toList();
	}

	/**
	 * Splits the value of the option, which is {@code null} in {@code -Arelib.languages}.
	 */
	private static List<String> words(@Nullable String value) {
		return (value != null) ? Arrays.stream(value.split(",", -1)).map(String::strip).toList() : List.of("");
	}

}
