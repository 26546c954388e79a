// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The signature of a trait's function, on which both sides have to agree.
 *
 * @param trait the trait's name
 * @param name the function's name in snake case
 * @param parameters its parameters, in order
 * @param returns its return type
 * @param error the record that it gives its caller when it fails with a declared error,
 * empty if it declares none
 */
public record FunctionSignature(String trait, String name, List<Parameter> parameters, ValueType returns,
		Optional<RecordType> error) {

	public FunctionSignature {
		parameters = List.copyOf(parameters);
	}

	/**
	 * Creates a function without a declared error.
	 * @param trait the trait's name
	 * @param name the function's name in snake case
	 * @param parameters its parameters, in order
	 * @param returns its return type
	 */
	public FunctionSignature(String trait, String name, List<Parameter> parameters, ValueType returns) {
		this(trait, name, parameters, returns, Optional.empty());
	}

	/**
	 * Returns the symbol of the function in a module that exports it, which is also the
	 * symbol of its slot in a module that imports it.
	 * @return for example {@code __relib__ImageFilter_apply}
	 */
	public String symbol() {
		return "__relib__" + this.trait + "_" + this.name;
	}

	/**
	 * Returns the symbol of the function, or of its slot, that frees an owned return.
	 * @return for example {@code __post__relib__ImageFilter_apply}
	 */
	public String freeSymbol() {
		return "__post" + symbol();
	}

	/**
	 * Returns the symbol of the function that frees the record of a declared error.
	 * @return for example {@code __error__relib__ImageFilter_apply}
	 */
	public String errorFreeSymbol() {
		return "__error" + symbol();
	}

	/**
	 * Tells whether the function returns a pointer to memory that its caller owns and
	 * must free with the function behind {@link #freeSymbol}.
	 * @return {@code true} for all types except scalars and enums
	 */
	public boolean returnsOwned() {
		return !(this.returns instanceof Scalar || this.returns instanceof EnumType);
	}

	/**
	 * Returns the name of the function with that of its trait.
	 * @return for example {@code ImageFilter.apply}
	 */
	public String qualifiedName() {
		return this.trait + "." + this.name;
	}

	/**
	 * Tells whether the two sides of a contract agree on the function.
	 * @param other the signature that the other side declares
	 * @return {@code true} if all types are equal; names of parameters may differ
	 */
	public boolean matches(FunctionSignature other) {
		return this.error.equals(other.error) && types().toList().equals(other.types().toList());
	}

	/**
	 * Lists the records and enums that the function uses.
	 * @return each type once, after the types that it uses, otherwise in order of first
	 * use
	 */
	public List<NamedType> namedTypes() {
		return Stream.concat(types(), this.error.stream())
			.flatMap((type) -> type.namedTypes().stream())
			.distinct()
			.toList();
	}

	private Stream<ValueType> types() {
		return Stream.concat(this.parameters.stream().map(Parameter::type), Stream.of(this.returns));
	}

	/**
	 * Writes the function's line of the canonical text, without indentation.
	 * @return for example {@code apply(rgba: bytes, width: i32) -> bytes}
	 */
	public String text() {
		return this.name + this.parameters.stream().map(Parameter::toString).collect(Collectors.joining(", ", "(", ")"))
				+ " -> " + this.returns.text() + this.error.map((type) -> " throws " + type.name()).orElse("");
	}

}
