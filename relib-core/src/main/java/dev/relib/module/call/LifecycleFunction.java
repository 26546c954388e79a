// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.List;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.JavaFunction;
import dev.relib.contract.Scalar;

/**
 * Optional exports without arguments that the host itself calls.
 */
public enum LifecycleFunction {

	/**
	 * Called after a load, if the options require it, on the loading thread or the owner
	 * thread.
	 */
	MAIN("main"),
	/** Called before an unload, on the owner thread. */
	BEFORE_UNLOAD("before_unload");

	private final FunctionSignature signature;

	LifecycleFunction(String function) {
		this.signature = new FunctionSignature("Module", function, List.of(), Scalar.UNIT);
	}

	/**
	 * Returns the function's signature.
	 * @return a signature without arguments and result
	 */
	public FunctionSignature signature() {
		return this.signature;
	}

	/**
	 * Returns the function with a result.
	 * @param type the Java type of the result
	 * @return a function without parameters
	 * @throws dev.relib.failure.InvalidContractException if the type can not be returned
	 */
	public JavaFunction returning(Class<?> type) {
		return JavaFunction.returning(this.signature.trait(), this.signature.name(), type);
	}

	/**
	 * Returns the function's symbol in the library.
	 * @return for example {@code __relib__main}
	 */
	public String symbol() {
		return "__relib__" + this.signature.name();
	}

	/**
	 * Returns the symbol of the function that frees an owned result.
	 * @return for example {@code __post__relib__main}
	 */
	public String freeSymbol() {
		return "__post" + symbol();
	}

}
