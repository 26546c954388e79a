package dev.relib.processor;

import java.util.Arrays;
import java.util.HashSet;
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

/**
 * Names in Rust. What C allows is possible: keywords become raw identifiers, and what can
 * not be one gets an underscore.
 */
final class RustNames {

	/** Keywords of all editions, reserved ones included. */
	private static final Set<String> KEYWORDS = words("""
			abstract as async await become box break const continue do dyn else enum extern false final fn for gen if
			impl in let loop macro match mod move mut override priv pub ref return static struct trait true try type
			typeof unsafe unsized use virtual where while yield
			""");

	/** Keywords that can not be raw identifiers. */
	private static final Set<String> PATHS = words("crate self super Self");

	/** Types that the bindings name, and the keyword among types. */
	private static final Set<String> TYPES = words("Self Result String Vec bool f32 f64 i16 i32 i64 i8 str u8");

	private RustNames() {
	}

	/**
	 * What the trait's file is called.
	 * @param trait the trait
	 * @return for example {@code image_filter}
	 */
	static String module(Trait trait) {
		return SnakeCase.of(trait.name());
	}

	static String of(Trait trait) {
		return ofType(trait.name());
	}

	static String of(NamedType type) {
		return ofType(type.name());
	}

	private static String ofType(String name) {
		return TYPES.contains(name) ? name + "_" : identifier(name);
	}

	static String of(Trait trait, FunctionSignature function) {
		Set<String> taken = new HashSet<>();
		trait.functions().forEach((other) -> taken.add(other.name()));
		return free(function.name(), taken);
	}

	/**
	 * The names of a function's parameters.
	 * @param function the function
	 * @return the names in order
	 */
	static List<String> parameters(FunctionSignature function) {
		return free(function.parameters().stream().map(Parameter::name).toList());
	}

	/**
	 * The names of a record's components.
	 * @param type the record
	 * @return the names in order
	 */
	static List<String> components(RecordType type) {
		return free(type.components().stream().map(RecordType.Component::name).toList());
	}

	/**
	 * The names of an enum's constants.
	 * @param type the enum
	 * @return for example {@code HalfTone} for {@code HALF_TONE}, in order
	 */
	static List<String> constants(EnumType type) {
		return free(type.constants().stream().map(RustNames::constant).toList());
	}

	private static String constant(String javaName) {
		String name = Arrays.stream(javaName.split("_"))
			.filter((word) -> !word.isEmpty())
			.map((word) -> word.equals(word.toUpperCase(Locale.ROOT)) ? word.toLowerCase(Locale.ROOT) : word)
			.map((word) -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
			.collect(Collectors.joining());
		return (name.isEmpty() || Character.isDigit(name.charAt(0))) ? javaName : name;
	}

	static Optional<String> refuse(Trait trait) {
		Stream<String> types = Stream.concat(
				(trait.direction() == Direction.EXPORTS) ? Stream.of(of(trait)) : Stream.empty(),
				trait.named().stream().map(RustNames::of));
		Stream<Stream<String>> scopes = Stream.concat(Stream.of(types),
				trait.named()
					.stream()
					.filter(EnumType.class::isInstance)
					.map((type) -> constants((EnumType) type).stream().map((name) -> of(type) + "::" + name)));
		return NativeNames.refuse(trait, "Rust")
			.or(() -> NativeNames.refuseTwice(scopes.flatMap((names) -> names), "Rust"));
	}

	private static List<String> free(List<String> names) {
		Set<String> taken = new HashSet<>(names);
		return names.stream().map((name) -> free(name, taken)).toList();
	}

	private static String free(String name, Set<String> taken) {
		String free = name;
		while (PATHS.contains(name) && !taken.add(free)) {
			free += "_";
		}
		return identifier(free);
	}

	private static String identifier(String name) {
		return KEYWORDS.contains(name) ? "r#" + name : name;
	}

	private static Set<String> words(String text) {
		return Set.copyOf(List.of(text.strip().split("\\s+")));
	}

}
