package dev.relib.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.relib.contract.EnumType;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.NamedType;
import dev.relib.contract.Parameter;
import dev.relib.contract.RecordType;
import dev.relib.contract.SnakeCase;
import dev.relib.contract.Trait;

/**
 * What names have to be in every native language.
 */
final class NativeNames {

	private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_]+");

	private NativeNames() {
	}

	static boolean isIdentifier(String name) {
		return IDENTIFIER.matcher(name).matches() && !name.startsWith("_") && !name.contains("__");
	}

	static String allowed() {
		return "use letters of ASCII, digits and single underscores between them";
	}

	/**
	 * Looks at the names of a trait and its types.
	 * @param trait the trait
	 * @param language the language that can not express one
	 * @return what is wrong with the first such name, if anything
	 */
	static Optional<String> refuse(Trait trait, String language) {
		if (isKits(SnakeCase.of(trait.name()))) {
			return Optional.of("has a name that the module kit may use; it must not begin with Relib");
		}
		if (!isIdentifier(trait.name()) || trait.name().endsWith("_")) {
			return Optional.of("has a name that is reserved or impossible in " + language + "; " + allowed());
		}
		return trait.named().stream().flatMap((type) -> refuse(type, language)).findFirst();
	}

	/**
	 * Whether the module kits may use a name.
	 * @param name a name in snake case
	 * @return {@code true} for names that begin as theirs
	 */
	static boolean isKits(String name) {
		return name.equals("relib") || name.startsWith("relib_");
	}

	private static Stream<String> refuse(NamedType type, String language) {
		if (isKits(SnakeCase.of(type.name()))) {
			return Stream.of("uses " + type.name() + ", a name that the module kit may use; rename it");
		}
		if (isIdentifier(type.name()) && SnakeCase.of(type.name()).equals(type.name())) {
			return Stream.of("uses " + type.name() + ", a name without a capital letter, as functions have; rename it");
		}
		Stream<String> bad = isIdentifier(type.name()) ? members(type) : Stream.of("");
		return bad.map((member) -> "uses " + type.name() + ", "
				+ (member.isEmpty() ? "a name that" : "whose " + member + " has a name that")
				+ " is reserved or impossible in " + language + "; " + allowed());
	}

	private static Stream<String> members(NamedType type) {
		return (type instanceof EnumType constants)
				? constants.constants().stream().filter(isImpossible()).map((name) -> "constant " + name)
				: ((RecordType) type).components()
					.stream()
					.map(RecordType.Component::name)
					.filter(isImpossible())
					.map((name) -> "component " + name);
	}

	/**
	 * Looks at the names of a function and its parameters.
	 * @param function the function
	 * @param name how the language calls the function
	 * @param language the language
	 * @return what is wrong with the first name that it can not express, if anything
	 */
	static Optional<String> refuse(FunctionSignature function, String name, String language) {
		if (!isIdentifier(name)) {
			return Optional
				.of("would be " + name + " in " + language + ", which is reserved or impossible; " + allowed());
		}
		return function.parameters()
			.stream()
			.map(Parameter::name)
			.filter(isImpossible())
			.findFirst()
			.map((parameter) -> "has the parameter " + parameter + ", which is reserved or impossible in " + language
					+ "; " + allowed());
	}

	/**
	 * One underscore in front is nothing that the languages reserve for members and
	 * parameters.
	 */
	private static Predicate<String> isImpossible() {
		return (name) -> !isIdentifier("p" + name);
	}

	/**
	 * Looks for a name that two things would have.
	 * @param names the names
	 * @param language the language
	 * @return what is wrong, if there is one
	 */
	static Optional<String> refuseTwice(Stream<String> names, String language) {
		Set<String> seen = new HashSet<>();
		List<String> twice = names.filter((name) -> !seen.add(name)).toList();
		return twice.stream()
			.findFirst()
			.map((name) -> "would have two things called " + name + " in " + language + "; rename a type or a method");
	}

}
