// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.bindings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;
import dev.relib.contract.ValueType;
import dev.relib.processor.reader.DocumentedTrait;

/**
 * Generates the bindings of traits in one native language.
 */
public interface Bindings {

	/**
	 * Checks the names of a trait and of the types that it uses.
	 * @param trait the trait
	 * @return the first name that the language cannot express, as the rest of a sentence
	 * about the interface, or empty if there is none
	 */
	Optional<String> nameProblem(Trait trait);

	/**
	 * Checks the names of a function and its parameters.
	 * @param function a function of a trait without name problems
	 * @return the first name that the language cannot express, as the rest of a sentence
	 * about the method, or empty if there is none
	 */
	Optional<String> nameProblem(FunctionSignature function);

	/**
	 * Lists the names that the bindings declare for a type in a scope that all traits
	 * share.
	 * @param type a type of a trait without name problems
	 * @return the names, empty if the language gives each trait a scope of its own
	 */
	default Stream<String> globalNames(ValueType type) {
		return Stream.empty();
	}

	/**
	 * Lists the names that the bindings declare for a function in a scope that all traits
	 * share.
	 * @param function a function of a trait without name problems
	 * @return the names, empty if the language gives each trait a scope of its own
	 */
	default Stream<String> globalNames(FunctionSignature function) {
		return Stream.empty();
	}

	/**
	 * Generates the source files of a trait.
	 * @param trait a trait without name problems
	 * @return the files, at least one
	 */
	List<GeneratedFile> files(DocumentedTrait trait);

}
