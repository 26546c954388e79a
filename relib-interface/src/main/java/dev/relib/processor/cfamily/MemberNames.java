// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.cfamily;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.NamedType;
import dev.relib.contract.Parameter;
import dev.relib.contract.RecordType;
import dev.relib.contract.SnakeCase;
import dev.relib.processor.bindings.EscapedNames;
import dev.relib.processor.bindings.NameRules;

/**
 * Names parameters and components. A name gets an underscore at its end where a compiler
 * or the bindings need it for something else.
 */
public final class MemberNames {

	/** The parameters that a function with a declared error has beside its own. */
	private static final Set<String> OUT_PARAMETERS = Set.of("result", "error");

	private MemberNames() {
	}

	/**
	 * Names the parameters of a function. None may have the name of a function of the
	 * trait, which it would hide.
	 * @param function the function
	 * @return the names in order
	 */
	public static List<String> parameters(FunctionSignature function) {
		String functions = SnakeCase.of(function.trait()) + "_";
		Predicate<String> isReserved = (name) -> name.startsWith(functions)
				|| (function.error().isPresent() && OUT_PARAMETERS.contains(name));
		return EscapedNames.of(function.parameters().stream().map(Parameter::name).toList(),
				isReserved.or(MemberNames::isReserved));
	}

	/**
	 * Names the components of a record. None may have the name of a type that the record
	 * uses, which it would hide in C++.
	 * @param type the record
	 * @return the names in order
	 */
	public static List<String> components(RecordType type) {
		Set<String> types = type.namedTypes().stream().map(NamedType::name).collect(Collectors.toSet());
		Predicate<String> isReserved = types::contains;
		return EscapedNames.of(type.components().stream().map(RecordType.Component::name).toList(),
				isReserved.or(MemberNames::isReserved));
	}

	private static boolean isReserved(String name) {
		return ReservedNames.isReserved(name) || NameRules.isReservedByKit(name);
	}

}
