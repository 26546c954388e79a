// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.bindings;

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
 * Checks names by the rules that hold in every native language. A problem reads as the
 * rest of a sentence that starts with the interface or the method.
 */
public final class NameRules {

	private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_]+");

	private static final String FIX = "use ASCII letters, digits and single underscores between them";

	private NameRules() {
	}

	/**
	 * Checks the names of a trait and its types.
	 * @param trait the trait
	 * @param language the name of the language
	 * @return the problem of the first name that the language cannot express, or empty if
	 * there is none
	 */
	public static Optional<String> problem(Trait trait, String language) {
		if (isReservedByKit(SnakeCase.of(trait.name()))) {
			return Optional
				.of("has a name that is reserved for the module kit; choose one that does not begin with " + "Relib");
		}
		if (!isIdentifier(trait.name()) || trait.name().endsWith("_")) {
			return Optional.of("has a name that is reserved or impossible in " + language + "; " + FIX);
		}
		return trait.namedTypes().stream().flatMap((type) -> problems(type, language)).findFirst();
	}

	/**
	 * Tells whether a name is reserved for the module kits.
	 * @param name a name in snake case
	 * @return {@code true} for {@code relib} and names that begin with {@code relib_}
	 */
	public static boolean isReservedByKit(String name) {
		return name.equals("relib") || name.startsWith("relib_");
	}

	private static Stream<String> problems(NamedType type, String language) {
		if (isReservedByKit(SnakeCase.of(type.name()))) {
			return Stream.of("uses " + type.name() + ", a name that is reserved for the module kit; rename the type");
		}
		if (isIdentifier(type.name()) && SnakeCase.of(type.name()).equals(type.name())) {
			return Stream.of("uses " + type.name() + ", a name in lower case, which is reserved for functions; rename "
					+ "the type");
		}
		Stream<String> owners = isIdentifier(type.name()) ? impossibleMembers(type) : Stream.of("");
		return owners.map((member) -> "uses " + type.name() + ", "
				+ (member.isEmpty() ? "a name that" : "whose " + member + " has a name that")
				+ " is reserved or impossible in " + language + "; " + FIX);
	}

	private static Stream<String> impossibleMembers(NamedType type) {
		return (type instanceof EnumType enumeration)
				? enumeration.constants().stream().filter(isImpossible()).map((name) -> "constant " + name)
				: ((RecordType) type).components()
					.stream()
					.map(RecordType.Component::name)
					.filter(isImpossible())
					.map((name) -> "component " + name);
	}

	/**
	 * Checks the names of a function and its parameters.
	 * @param function the function
	 * @param name the name of the function in the language
	 * @param language the name of the language
	 * @return the problem of the first name that the language cannot express, or empty if
	 * there is none
	 */
	public static Optional<String> problem(FunctionSignature function, String name, String language) {
		if (!isIdentifier(name)) {
			return Optional.of("would be " + name + " in " + language + ", which is reserved or impossible; " + FIX);
		}
		return function.parameters()
			.stream()
			.map(Parameter::name)
			.filter(isImpossible())
			.findFirst()
			.map((parameter) -> "has the parameter " + parameter + ", which is reserved or impossible in " + language
					+ "; " + FIX);
	}

	private static boolean isIdentifier(String name) {
		return IDENTIFIER.matcher(name).matches() && !name.startsWith("_") && !name.contains("__");
	}

	/**
	 * Members and parameters may begin with one underscore: the languages reserve such
	 * names for global things only.
	 */
	private static Predicate<String> isImpossible() {
		return (name) -> !isIdentifier("p" + name);
	}

	/**
	 * Checks that the names of one scope differ.
	 * @param names the names
	 * @param language the name of the language
	 * @return the problem of the first name that comes twice, or empty if there is none
	 */
	public static Optional<String> duplicate(Stream<String> names, String language) {
		Set<String> seen = new HashSet<>();
		List<String> duplicates = names.filter((name) -> !seen.add(name)).toList();
		return duplicates.stream()
			.findFirst()
			.map((name) -> "would declare " + name + " twice in " + language + "; rename a type or a method");
	}

}
