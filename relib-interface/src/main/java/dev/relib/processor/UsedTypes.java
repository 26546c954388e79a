package dev.relib.processor;

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
 * What the functions of a trait are made of, for all languages.
 */
final class UsedTypes {

	private UsedTypes() {
	}

	/**
	 * The types that a trait uses, inside of others as well.
	 * @param trait the trait
	 * @return each once, what a type is made of before the type
	 */
	static List<ValueType> of(Trait trait) {
		Set<ValueType> types = new LinkedHashSet<>();
		trait.functions().stream().flatMap(UsedTypes::of).forEach((type) -> add(type, types));
		return List.copyOf(types);
	}

	private static Stream<ValueType> of(FunctionSignature function) {
		Stream<ValueType> values = Stream.concat(function.parameters().stream().map(Parameter::type),
				Stream.of(function.returns()));
		return Stream.concat(values, function.error().stream());
	}

	private static void add(ValueType type, Set<ValueType> types) {
		if (type instanceof RecordType composed) {
			composed.components().forEach((component) -> add(component.type(), types));
		}
		else if (type instanceof ListType list) {
			add(list.element(), types);
		}
		types.add(type);
	}

	/**
	 * Whether values of a type hold an enum somewhere, whose ordinal may be none.
	 * @param type the type
	 * @return {@code true} for an enum and what is made of one
	 */
	static boolean holdsEnum(ValueType type) {
		return type.named().stream().anyMatch(EnumType.class::isInstance);
	}

	/**
	 * Whether values of a type are their bytes and nothing else.
	 * @param type the type
	 * @return {@code false} for enums, sequences, and what is made of them
	 */
	static boolean isFlat(ValueType type) {
		return (type instanceof RecordType composed)
				? composed.components().stream().allMatch((component) -> isFlat(component.type()))
				: !(type instanceof EnumType || isSequence(type));
	}

	/**
	 * Whether values of a type are pointer and length.
	 * @param type the type
	 * @return {@code true} for text, bytes, arrays and lists
	 */
	static boolean isSequence(ValueType type) {
		return type instanceof Sequence || type instanceof ArrayType || type instanceof ListType;
	}

	/**
	 * Whether a function's arguments are lent, at least one of them.
	 * @param function the function
	 * @return {@code true} if one is no scalar and no enum
	 */
	static boolean lends(FunctionSignature function) {
		return function.parameters()
			.stream()
			.map(Parameter::type)
			.anyMatch((type) -> isSequence(type) || type instanceof RecordType);
	}

}
