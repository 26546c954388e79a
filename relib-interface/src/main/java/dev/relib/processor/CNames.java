package dev.relib.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.relib.contract.EnumType;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.NamedType;
import dev.relib.contract.Parameter;
import dev.relib.contract.RecordType;
import dev.relib.contract.SnakeCase;
import dev.relib.contract.Trait;

/**
 * Names in C.
 */
final class CNames {

	private static final Set<String> OF_DECLARED_ERRORS = Set.of("result", "error");

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
	 * What the names of a type's functions begin with.
	 * @param type the type
	 * @return for example {@code point}
	 */
	static String of(NamedType type) {
		return SnakeCase.of(type.name());
	}

	/**
	 * A constant of an enum.
	 * @param type the enum
	 * @param constant the constant's name in Java
	 * @return for example {@code BLEND_NORMAL}
	 */
	static String of(EnumType type, String constant) {
		return of((NamedType) type).toUpperCase(Locale.ROOT) + "_" + constant;
	}

	/**
	 * The names of a function's parameters: their own, with an underscore where C or the
	 * bindings need the name for something else.
	 * @param function the function
	 * @return the names in order
	 */
	static List<String> parameters(FunctionSignature function) {
		String prefix = SnakeCase.of(function.trait()) + "_";
		return free(function.parameters().stream().map(Parameter::name).toList(),
				(name) -> isReserved(name) || NativeNames.isKits(name) || name.startsWith(prefix)
						|| (function.error().isPresent() && OF_DECLARED_ERRORS.contains(name)));
	}

	/**
	 * The names of a record's components, in the same way: in C++ they would hide types.
	 * @param type the record
	 * @return the names in order
	 */
	static List<String> components(RecordType type) {
		Set<String> types = type.named().stream().map(NamedType::name).collect(Collectors.toSet());
		return free(type.components().stream().map(RecordType.Component::name).toList(),
				(name) -> isReserved(name) || NativeNames.isKits(name) || types.contains(name));
	}

	private static boolean isReserved(String name) {
		return CReservedNames.WORDS.contains(name) || name.startsWith("_") || name.endsWith("_t");
	}

	private static List<String> free(List<String> names, Predicate<String> isNeeded) {
		Set<String> taken = new HashSet<>(names);
		return names.stream().map((name) -> {
			String free = name;
			while (isNeeded.test(name) && !taken.add(free)) {
				free += "_";
			}
			return free;
		}).toList();
	}

	static Optional<String> refuse(Trait trait) {
		String name = of(trait);
		if (CReservedNames.HEADERS.contains(name)) {
			return Optional.of("would hide the C library's " + name + ".h; rename it");
		}
		return NativeNames.refuse(trait, "C")
			.or(() -> trait.named().stream().flatMap(CNames::meanings).findFirst())
			.or(() -> NativeNames.refuseTwice(global(trait), "C"));
	}

	/** What a type and its constants would hide. */
	private static Stream<String> meanings(NamedType type) {
		Stream<String> names = Stream.of(type.name());
		if (type instanceof EnumType constants) {
			names = Stream.concat(names, constants.constants().stream().map((constant) -> of(constants, constant)));
		}
		return names.filter((name) -> isReserved(name) || CReservedNames.isMacro(name))
			.map((name) -> "uses " + type.name() + ", for which " + name
					+ " would be declared in C, which has another meaning there; rename it");
	}

	/** Everything that is visible outside of functions and types. */
	private static Stream<String> global(Trait trait) {
		return Stream.concat(trait.functions().stream().map(CNames::of),
				UsedTypes.of(trait).stream().flatMap(CDefinition::names));
	}

	static Optional<String> refuse(FunctionSignature function) {
		String name = of(function);
		if (CReservedNames.WORDS.contains(name)) {
			return Optional.of("would be " + name + " in C, which has another meaning there; rename it");
		}
		return NativeNames.refuse(function, name, "C");
	}

}
