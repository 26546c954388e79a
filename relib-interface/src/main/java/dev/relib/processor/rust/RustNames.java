// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.rust;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.relib.contract.Direction;
import dev.relib.contract.EnumType;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.NamedType;
import dev.relib.contract.Parameter;
import dev.relib.contract.RecordType;
import dev.relib.contract.SnakeCase;
import dev.relib.contract.Trait;
import dev.relib.processor.bindings.EscapedNames;
import dev.relib.processor.bindings.NameRules;

/**
 * Names things in Rust, and checks the names. Keywords become raw identifiers; the few
 * that cannot get an underscore at their end.
 */
final class RustNames {

	/** The keywords of all editions, reserved ones included. */
	private static final Set<String> KEYWORDS = words("""
			abstract as async await become box break const continue do dyn else enum extern false final fn for gen if
			impl in let loop macro match mod move mut override priv pub ref return static struct trait true try type
			typeof unsafe unsized use virtual where while yield
			""");

	/** The keywords that cannot be raw identifiers. */
	private static final Set<String> PATH_KEYWORDS = words("crate self super Self");

	/** The types that generated code names, and the keyword that is a type. */
	private static final Set<String> TYPES = words("Self Result String Vec bool f32 f64 i16 i32 i64 i8 str u8");

	private RustNames() {
	}

	/**
	 * Returns the name of a trait's file without extension.
	 * @param trait the trait
	 * @return for example {@code image_filter}
	 */
	static String module(Trait trait) {
		return SnakeCase.of(trait.name());
	}

	static String of(Trait trait) {
		return type(trait.name());
	}

	static String of(NamedType type) {
		return type(type.name());
	}

	private static String type(String name) {
		return TYPES.contains(name) ? name + "_" : rawIdentifier(name);
	}

	static String of(Trait trait, FunctionSignature function) {
		List<String> names = trait.functions().stream().map(FunctionSignature::name).toList();
		return escaped(names).get(names.indexOf(function.name()));
	}

	/**
	 * Names the parameters of a function.
	 * @param function the function
	 * @return the names in order
	 */
	static List<String> parameters(FunctionSignature function) {
		return escaped(function.parameters().stream().map(Parameter::name).toList());
	}

	/**
	 * Names the fields of a record.
	 * @param type the record
	 * @return the names in order
	 */
	static List<String> components(RecordType type) {
		return escaped(type.components().stream().map(RecordType.Component::name).toList());
	}

	/**
	 * Names the variants of an enum.
	 * @param type the enum
	 * @return for example {@code HalfTone} for {@code HALF_TONE}, in order
	 */
	static List<String> constants(EnumType type) {
		return escaped(type.constants().stream().map(RustNames::camelCase).toList());
	}

	private static String camelCase(String javaName) {
		String name = Arrays.stream(javaName.split("_"))
			.filter((word) -> !word.isEmpty())
			.map((word) -> word.equals(word.toUpperCase(Locale.ROOT)) ? word.toLowerCase(Locale.ROOT) : word)
			.map((word) -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
			.collect(Collectors.joining());
		return (name.isEmpty() || Character.isDigit(name.charAt(0))) ? javaName : name;
	}

	static Optional<String> problem(Trait trait) {
		Stream<String> types = Stream.concat(
				(trait.direction() == Direction.EXPORTS) ? Stream.of(of(trait)) : Stream.empty(),
				trait.namedTypes().stream().map(RustNames::of));
		Stream<String> variants = trait.namedTypes()
			.stream()
			.filter(EnumType.class::isInstance)
			.flatMap((type) -> constants((EnumType) type).stream().map((name) -> of(type) + "::" + name));
		return NameRules.problem(trait, "Rust").or(() -> NameRules.duplicate(Stream.concat(types, variants), "Rust"));
	}

	private static List<String> escaped(List<String> names) {
		return EscapedNames.of(names, PATH_KEYWORDS::contains).stream().map(RustNames::rawIdentifier).toList();
	}

	private static String rawIdentifier(String name) {
		return KEYWORDS.contains(name) ? "r#" + name : name;
	}

	private static Set<String> words(String text) {
		return Set.copyOf(List.of(text.strip().split("\\s+")));
	}

}
