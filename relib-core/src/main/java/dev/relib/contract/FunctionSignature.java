package dev.relib.contract;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A function of a trait.
 *
 * @param trait the trait's name
 * @param name the function's name in snake case
 * @param parameters its parameters, in order
 * @param returns its return type
 */
public record FunctionSignature(String trait, String name, List<Parameter> parameters, ValueType returns) {

	public FunctionSignature {
		parameters = List.copyOf(parameters);
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
	 * Whether the return is a pointer to a box.
	 * @return {@code true} for everything but scalars
	 */
	public boolean returnsBox() {
		return this.returns instanceof Sequence;
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
		return this.returns.equals(other.returns) && types(this).equals(types(other));
	}

	private static List<ValueType> types(FunctionSignature function) {
		return function.parameters.stream().map(Parameter::type).toList();
	}

	/**
	 * The function's line in the canonical text of a contract, without indentation.
	 * @return for example {@code apply(rgba: bytes, width: i32) -> bytes}
	 */
	public String text() {
		return this.name + this.parameters.stream().map(Parameter::toString).collect(Collectors.joining(", ", "(", ")"))
				+ " -> " + this.returns.text();
	}

}
