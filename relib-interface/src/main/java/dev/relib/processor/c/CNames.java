// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.c;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.relib.contract.EnumType;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.NamedType;
import dev.relib.contract.SnakeCase;
import dev.relib.contract.Trait;
import dev.relib.processor.bindings.ContractTypes;
import dev.relib.processor.bindings.NameRules;
import dev.relib.processor.cfamily.ReservedNames;

/**
 * Names global things in C, and checks the names.
 */
final class CNames {

	private CNames() {
	}

	/**
	 * Returns the name of a trait's files without extension, which is also the prefix of
	 * its functions.
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
	 * Returns the prefix of a type's functions.
	 * @param type the type
	 * @return for example {@code point}
	 */
	static String of(NamedType type) {
		return SnakeCase.of(type.name());
	}

	/**
	 * Returns the name of an enum's constant.
	 * @param type the enum
	 * @param constant the constant's name in Java
	 * @return for example {@code BLEND_NORMAL}
	 */
	static String of(EnumType type, String constant) {
		return of((NamedType) type).toUpperCase(Locale.ROOT) + "_" + constant;
	}

	static Optional<String> problem(Trait trait) {
		String name = of(trait);
		if (ReservedNames.isHeader(name)) {
			return Optional.of("would hide the C library's " + name + ".h; rename the interface");
		}
		return NameRules.problem(trait, "C")
			.or(() -> trait.namedTypes().stream().flatMap(CNames::reserved).findFirst())
			.or(() -> NameRules.duplicate(globalNames(trait), "C"));
	}

	/** Finds the names of a type and its constants that C reserves. */
	private static Stream<String> reserved(NamedType type) {
		Stream<String> names = Stream.of(type.name());
		if (type instanceof EnumType enumeration) {
			names = Stream.concat(names, enumeration.constants().stream().map((constant) -> of(enumeration, constant)));
		}
		return names.filter((name) -> ReservedNames.isReserved(name) || ReservedNames.isMacro(name))
			.map((name) -> "uses " + type.name() + ", which would declare " + name
					+ " in C, where the name has another meaning; rename the type"
					+ (name.equals(type.name()) ? "" : " or the constant"));
	}

	private static Stream<String> globalNames(Trait trait) {
		return Stream.concat(trait.functions().stream().map(CNames::of),
				ContractTypes.usedBy(trait).stream().flatMap(CDefinition::names));
	}

	static Optional<String> problem(FunctionSignature function) {
		String name = of(function);
		if (ReservedNames.isWord(name)) {
			return Optional.of("would be " + name + " in C, where the name has another meaning; rename the method");
		}
		return NameRules.problem(function, name, "C");
	}

}
