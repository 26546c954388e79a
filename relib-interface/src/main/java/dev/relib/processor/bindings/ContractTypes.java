// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.bindings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.relib.contract.ArrayType;
import dev.relib.contract.EnumType;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.ListType;
import dev.relib.contract.Parameter;
import dev.relib.contract.RecordType;
import dev.relib.contract.Sequence;
import dev.relib.contract.Trait;
import dev.relib.contract.ValueType;

/**
 * Answers the questions about types of a contract that the bindings of every language
 * ask.
 */
public final class ContractTypes {

	private ContractTypes() {
	}

	/**
	 * Lists the types that a trait uses, those inside of other types included.
	 * @param trait the trait
	 * @return each type once, after the types that it consists of
	 */
	public static List<ValueType> usedBy(Trait trait) {
		Set<ValueType> types = new LinkedHashSet<>();
		trait.functions().stream().flatMap(ContractTypes::usedBy).forEach((type) -> add(type, types));
		return List.copyOf(types);
	}

	private static Stream<ValueType> usedBy(FunctionSignature function) {
		Stream<ValueType> values = Stream.concat(function.parameters().stream().map(Parameter::type),
				Stream.of(function.returns()));
		return Stream.concat(values, function.error().stream());
	}

	private static void add(ValueType type, Set<ValueType> types) {
		if (type instanceof RecordType record) {
			record.components().forEach((component) -> add(component.type(), types));
		}
		else if (type instanceof ListType list) {
			add(list.element(), types);
		}
		types.add(type);
	}

	/**
	 * Tells whether the values of a type contain an enum. Its number comes from the other
	 * side and needs a check, since it may be out of range.
	 * @param type the type
	 * @return {@code true} for an enum, and for a record or list with an enum inside
	 */
	public static boolean containsEnum(ValueType type) {
		return type.namedTypes().stream().anyMatch(EnumType.class::isInstance);
	}

	/**
	 * Tells whether the bytes of a value are all of it: it has no pointers to free and no
	 * numbers to check.
	 * @param type the type
	 * @return {@code false} for enums and sequences, and for records with either inside
	 */
	public static boolean isFlat(ValueType type) {
		return (type instanceof RecordType record)
				? record.components().stream().allMatch((component) -> isFlat(component.type()))
				: !(type instanceof EnumType || isSequence(type));
	}

	private static boolean isSequence(ValueType type) {
		return type instanceof Sequence || type instanceof ArrayType || type instanceof ListType;
	}

	/**
	 * Tells whether a function borrows memory of its caller for the time of the call.
	 * @param function the function
	 * @return {@code true} if an argument is a sequence or a record
	 */
	public static boolean borrowsArguments(FunctionSignature function) {
		return function.parameters()
			.stream()
			.map(Parameter::type)
			.anyMatch((type) -> isSequence(type) || type instanceof RecordType);
	}

}
