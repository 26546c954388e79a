package dev.relib.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function of a trait.
 *
 * @param trait the trait's name
 * @param name the function's name in snake case
 * @param parameters its parameters, in order
 * @param returns its return type
 * @param error what it gives its caller in place of a return when it fails in the way
 * that it declares
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
	 * The symbol of the function in an exporting module, and of its slot in an importing
	 * one.
	 * @return for example {@code __relib__ImageFilter_apply}
	 */
	public String symbol() {
		return "__relib__" + this.trait + "_" + this.name;
	}

	/**
	 * The symbol of the function, or of its slot, that gives a boxed return back.
	 * @return for example {@code __post__relib__ImageFilter_apply}
	 */
	public String postSymbol() {
		return "__post" + symbol();
	}

	/**
	 * The symbol of the function that gives the box of a declared error back.
	 * @return for example {@code __error__relib__ImageFilter_apply}
	 */
	public String errorSymbol() {
		return "__error" + symbol();
	}

	/**
	 * Whether the return is a pointer to a box.
	 * @return {@code true} for everything but scalars and enums
	 */
	public boolean returnsBox() {
		return !(this.returns instanceof Scalar || this.returns instanceof EnumType);
	}

	/**
	 * The trait and function.
	 * @return for example {@code ImageFilter.apply}
	 */
	public String qualifiedName() {
		return this.trait + "." + this.name;
	}

	/**
	 * Whether both sides would call each other correctly.
	 * @param other the same function as the other side declares it
	 * @return {@code true} if all types are equal, whatever the parameters are called
	 */
	public boolean matches(FunctionSignature other) {
		return this.error.equals(other.error) && types().toList().equals(other.types().toList());
	}

	/**
	 * The types with a line of their own that the function uses.
	 * @return each once, dependencies before their users, otherwise in order of first use
	 */
	public List<NamedType> named() {
		return Stream.concat(types(), this.error.stream()).flatMap((type) -> type.named().stream()).distinct().toList();
	}

	private Stream<ValueType> types() {
		return Stream.concat(this.parameters.stream().map(Parameter::type), Stream.of(this.returns));
	}

	/**
	 * The function's line in the canonical text of a contract, without indentation.
	 * @return for example {@code apply(rgba: bytes, width: i32) -> bytes}
	 */
	public String text() {
		return this.name + this.parameters.stream().map(Parameter::toString).collect(Collectors.joining(", ", "(", ")"))
				+ " -> " + this.returns.text() + this.error.map((type) -> " throws " + type.name()).orElse("");
	}

}
