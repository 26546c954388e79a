package dev.relib.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.relib.contract.EnumType;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.SnakeCase;
import dev.relib.contract.Trait;

/**
 * Names in C++. What C allows is possible; what means something else gets an underscore.
 */
final class CppNames {

	/** Namespaces that the bindings name from inside of others. */
	private static final Set<String> NAMESPACES = Set.of("std", "contract");

	private CppNames() {
	}

	/**
	 * The namespace of a trait. One around all traits keeps them apart from functions of
	 * the C library, such as {@code clock}.
	 * @param trait the trait
	 * @return for example {@code exports::image_filter}
	 */
	static String namespace(Trait trait) {
		String name = SnakeCase.of(trait.name());
		return trait.direction().text() + "::" + (isTaken(name) || NAMESPACES.contains(name) ? name + "_" : name);
	}

	static String of(Trait trait, FunctionSignature function) {
		Set<String> taken = new HashSet<>();
		trait.functions().forEach((other) -> taken.add(other.name()));
		return free(function.name(), taken);
	}

	/**
	 * The constants of an enum.
	 * @param type the enum
	 * @return their names in order
	 */
	static List<String> constants(EnumType type) {
		Set<String> taken = new HashSet<>(type.constants());
		return type.constants().stream().map((constant) -> free(constant, taken)).toList();
	}

	static Optional<String> refuse(Trait trait) {
		return NativeNames.refuse(trait, "C++")
			.or(() -> trait.named()
				.stream()
				.map((type) -> type.name())
				.filter(CppNames::isTaken)
				.findFirst()
				.map((name) -> "uses " + name + ", a name that has another meaning in C++; rename it"));
	}

	private static String free(String name, Set<String> taken) {
		String free = name;
		while (isTaken(name) && !taken.add(free)) {
			free += "_";
		}
		return free;
	}

	private static boolean isTaken(String name) {
		return CReservedNames.WORDS.contains(name) || CReservedNames.isMacro(name);
	}

}
