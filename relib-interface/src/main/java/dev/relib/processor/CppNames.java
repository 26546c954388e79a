package dev.relib.processor;

import java.util.HashSet;
import java.util.Set;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.SnakeCase;
import dev.relib.contract.Trait;

/**
 * Names in C++. What C allows is possible; what means something else gets an underscore.
 */
final class CppNames {

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
		return trait.direction().text() + "::" + (isTaken(name) || name.equals("std") ? name + "_" : name);
	}

	static String of(Trait trait, FunctionSignature function) {
		Set<String> taken = new HashSet<>();
		trait.functions().forEach((other) -> taken.add(other.name()));
		String free = function.name();
		while (isTaken(function.name()) && !taken.add(free)) {
			free += "_";
		}
		return free;
	}

	private static boolean isTaken(String name) {
		return CReservedNames.WORDS.contains(name);
	}

}
