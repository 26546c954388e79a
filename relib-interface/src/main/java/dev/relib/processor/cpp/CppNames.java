// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.cpp;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.relib.contract.EnumType;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.NamedType;
import dev.relib.contract.SnakeCase;
import dev.relib.contract.Trait;
import dev.relib.processor.bindings.EscapedNames;
import dev.relib.processor.bindings.NameRules;
import dev.relib.processor.cfamily.ReservedNames;

/**
 * Names things in C++, and checks the names. A name that C++ reserves gets an underscore
 * at its end.
 */
final class CppNames {

	/** The namespaces that generated code names inside of other namespaces. */
	private static final Set<String> NAMESPACES = Set.of("std", "contract");

	private CppNames() {
	}

	/**
	 * Returns the name of a trait's files without extension.
	 * @param trait the trait
	 * @return for example {@code image_filter}
	 */
	static String file(Trait trait) {
		return SnakeCase.of(trait.name());
	}

	/**
	 * Returns the namespace of a trait. It is inside of a namespace for all traits, since
	 * the global namespace has functions of the C library such as {@code clock}.
	 * @param trait the trait
	 * @return for example {@code exports::image_filter}
	 */
	static String namespace(Trait trait) {
		String name = SnakeCase.of(trait.name());
		return trait.direction().text() + "::" + (isReserved(name) || NAMESPACES.contains(name) ? name + "_" : name);
	}

	static String of(Trait trait, FunctionSignature function) {
		List<String> names = trait.functions().stream().map(FunctionSignature::name).toList();
		return EscapedNames.of(names, CppNames::isReserved).get(names.indexOf(function.name()));
	}

	/**
	 * Names the constants of an enum.
	 * @param type the enum
	 * @return the names in order
	 */
	static List<String> constants(EnumType type) {
		return EscapedNames.of(type.constants(), CppNames::isReserved);
	}

	static Optional<String> problem(Trait trait) {
		return NameRules.problem(trait, "C++")
			.or(() -> trait.namedTypes()
				.stream()
				.map(NamedType::name)
				.filter(CppNames::isReserved)
				.findFirst()
				.map((name) -> "uses " + name + ", a name that has another meaning in C++; rename the type"));
	}

	private static boolean isReserved(String name) {
		return ReservedNames.isWord(name) || ReservedNames.isMacro(name);
	}

}
