package dev.relib.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Parameter;
import dev.relib.contract.SnakeCase;
import dev.relib.contract.Trait;

/**
 * Names in C, and which can not be.
 */
final class CNames {

	private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_]+");

	private CNames() {
	}

	/**
	 * What the files of a trait and its functions' names begin with.
	 * @param trait the trait
	 * @return for example {@code image_filter}
	 */
	static String of(Trait trait) {
		return SnakeCase.of(trait.name());
	}

	static String of(FunctionSignature function) {
		return SnakeCase.of(function.trait()) + "_" + function.name();
	}

	/**
	 * The names of a function's parameters: their own, with an underscore where C or the
	 * bindings need the name for something else.
	 * @param function the function
	 * @return the names in order
	 */
	static List<String> parameters(FunctionSignature function) {
		Set<String> taken = new HashSet<>();
		function.parameters().forEach((parameter) -> taken.add(parameter.name()));
		return function.parameters().stream().map(Parameter::name).map((name) -> {
			String free = name;
			while (isNeeded(name, function) && !taken.add(free)) {
				free += "_";
			}
			return free;
		}).toList();
	}

	private static boolean isNeeded(String name, FunctionSignature function) {
		return CReservedNames.WORDS.contains(name) || name.startsWith("_") || name.endsWith("_t")
				|| name.startsWith("relib_") || name.startsWith(SnakeCase.of(function.trait()) + "_");
	}

	static Optional<String> refuse(Trait trait) {
		String name = of(trait);
		if (!isIdentifier(name) || name.endsWith("_")) {
			return Optional.of("has a name that is reserved or impossible in C; " + allowed());
		}
		if (name.equals("relib") || name.startsWith("relib_")) {
			return Optional.of("has a name that the module kit may use; it must not begin with Relib");
		}
		if (CReservedNames.HEADERS.contains(name)) {
			return Optional.of("would hide the C library's " + name + ".h; rename it");
		}
		return Optional.empty();
	}

	static Optional<String> refuse(FunctionSignature function) {
		String name = of(function);
		if (CReservedNames.WORDS.contains(name)) {
			return Optional.of("would be " + name + " in C, which has another meaning there; rename it");
		}
		if (!isIdentifier(name)) {
			return Optional.of("would be " + name + " in C, which is reserved or impossible; " + allowed());
		}
		return function.parameters()
			.stream()
			.map(Parameter::name)
			.filter((parameter) -> !isIdentifier("p" + parameter))
			.findFirst()
			.map((parameter) -> "has the parameter " + parameter + ", which is reserved or impossible in C; "
					+ allowed());
	}

	private static boolean isIdentifier(String name) {
		return IDENTIFIER.matcher(name).matches() && !name.startsWith("_") && !name.contains("__");
	}

	private static String allowed() {
		return "use letters of ASCII, digits and single underscores between them";
	}

}
