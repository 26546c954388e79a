package dev.relib.module.call;

import java.util.List;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Scalar;

/**
 * Functions without arguments that a module may export and the host itself calls, on the
 * thread that loads it or the module's owner thread.
 */
public enum LifecycleFunction {

	/** After the load, if it is asked for. */
	MAIN("main"),
	/** Before the unload. */
	BEFORE_UNLOAD("before_unload");

	private final FunctionSignature signature;

	LifecycleFunction(String function) {
		this.signature = new FunctionSignature("Module", function, List.of(), Scalar.UNIT);
	}

	/**
	 * The function as the contract would have it.
	 * @return a signature without arguments and return
	 */
	public FunctionSignature signature() {
		return this.signature;
	}

	/**
	 * The function in the library.
	 * @return its symbol
	 */
	public String symbol() {
		return "__relib__" + this.signature.name();
	}

}
