package dev.relib.module;

import java.util.List;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Scalar;

/**
 * Functions without arguments that a module may export and the host itself calls, on the
 * thread that loads it or the module's owner thread.
 */
enum Lifecycle {

	/** After the load, if it is asked for. */
	MAIN("main"),
	/** Before the unload. */
	BEFORE_UNLOAD("before_unload");

	private final FunctionSignature signature;

	Lifecycle(String function) {
		this.signature = new FunctionSignature("Module", function, List.of(), Scalar.UNIT);
	}

	FunctionSignature signature() {
		return this.signature;
	}

	String symbol() {
		return "__relib__" + this.signature.name();
	}

}
