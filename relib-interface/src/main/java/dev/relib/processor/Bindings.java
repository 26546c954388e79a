package dev.relib.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;
import dev.relib.contract.ValueType;

/**
 * How contracts are written down in one native language.
 */
interface Bindings {

	/**
	 * Whether a trait's name can not be expressed.
	 * @param trait the trait
	 * @return what is wrong with the name, if anything
	 */
	Optional<String> refuse(Trait trait);

	/**
	 * Whether a name in a function can not be expressed.
	 * @param function a function of a trait that is not refused
	 * @return what is wrong with the name, if anything
	 */
	Optional<String> refuse(FunctionSignature function);

	/**
	 * The names for a type that would clash with those of other traits.
	 * @param type a type of a trait of which nothing is refused
	 * @return the names, none if each trait has its own
	 */
	default Stream<String> sharedNames(ValueType type) {
		return Stream.empty();
	}

	/**
	 * The names for a function that would clash with those of other traits.
	 * @param function a function of a trait of which nothing is refused
	 * @return the names, none if each trait has its own
	 */
	default Stream<String> sharedNames(FunctionSignature function) {
		return Stream.empty();
	}

	/**
	 * Writes a trait down.
	 * @param trait a trait of which nothing is refused
	 * @return the files
	 */
	List<GeneratedFile> files(DocumentedTrait trait);

}
