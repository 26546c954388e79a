package dev.relib.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Parameter;
import dev.relib.contract.SnakeCase;
import dev.relib.contract.Trait;

/**
 * Names in Rust. What C allows is possible: keywords become raw identifiers, and what can
 * not be one gets an underscore.
 */
final class RustNames {

	/** Keywords of all editions, reserved ones included. */
	private static final Set<String> KEYWORDS = words("""
			abstract as async await become box break const continue do dyn else enum extern false final fn for gen if
			impl in let loop macro match mod move mut override priv pub ref return static struct trait true try type
			typeof unsafe unsized use virtual where while yield
			""");

	/** Keywords that can not be raw identifiers. */
	private static final Set<String> PATHS = words("crate self super");

	/** Types that the bindings name, and the keyword among types. */
	private static final Set<String> TYPES = words("Self String Vec bool f32 f64 i16 i32 i64 i8 str u8");

	private RustNames() {
	}

	/**
	 * What the trait's file is called.
	 * @param trait the trait
	 * @return for example {@code image_filter}
	 */
	static String module(Trait trait) {
		return SnakeCase.of(trait.name());
	}

	static String of(Trait trait) {
		return TYPES.contains(trait.name()) ? trait.name() + "_" : identifier(trait.name());
	}

	static String of(Trait trait, FunctionSignature function) {
		Set<String> taken = new HashSet<>();
		trait.functions().forEach((other) -> taken.add(other.name()));
		return free(function.name(), taken);
	}

	/**
	 * The names of a function's parameters.
	 * @param function the function
	 * @return the names in order
	 */
	static List<String> parameters(FunctionSignature function) {
		Set<String> taken = new HashSet<>();
		function.parameters().forEach((parameter) -> taken.add(parameter.name()));
		return function.parameters().stream().map(Parameter::name).map((name) -> free(name, taken)).toList();
	}

	private static String free(String name, Set<String> taken) {
		String free = name;
		while (PATHS.contains(name) && !taken.add(free)) {
			free += "_";
		}
		return identifier(free);
	}

	private static String identifier(String name) {
		return KEYWORDS.contains(name) ? "r#" + name : name;
	}

	private static Set<String> words(String text) {
		return Set.copyOf(List.of(text.strip().split("\\s+")));
	}

}
