package dev.relib.processor;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The languages that bindings are written in: all there are, unless the compiler is told
 * which.
 */
final class Languages {

	/** The compiler's option: {@code -Arelib.languages=c,rust}. */
	static final String OPTION = "relib.languages";

	private static final Map<String, Bindings> ALL = Map.of("c", new CBindings(), "cpp", new CppBindings(), "rust",
			new RustBindings());

	private Languages() {
	}

	/**
	 * The languages that are chosen.
	 * @param options the options of the compiler
	 * @return bindings in a fixed order, at least one
	 * @throws IllegalArgumentException saying which language there is not
	 */
	static List<Bindings> of(Map<String, String> options) {
		List<String> names = options.containsKey(OPTION) ? words(options.get(OPTION)) : List.of("c", "cpp", "rust");
		List<String> unknown = names.stream().filter((name) -> !ALL.containsKey(name)).toList();
		if (!unknown.isEmpty()) {
			throw new IllegalArgumentException("-A" + OPTION + " names '" + String.join("', '", unknown)
					+ "', for which there are no bindings; use one or several of c,cpp,rust");
		}
		return Stream.of("c", "cpp", "rust").filter(names::contains).map(ALL::get).toList();
	}

	/** The option's value is null if it is given without one. */
	private static List<String> words(@Nullable String value) {
		return (value != null) ? Arrays.stream(value.split(",", -1)).map(String::strip).toList() : List.of("");
	}

}
