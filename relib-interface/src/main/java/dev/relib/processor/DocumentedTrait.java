package dev.relib.processor;

import java.util.Map;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;

/**
 * A trait and what its interface says about it.
 *
 * @param source the interface's qualified name
 * @param trait the trait
 * @param documentation the interface's documentation
 * @param functions the methods' documentation, for each function of the trait
 */
record DocumentedTrait(String source, Trait trait, Documentation documentation,
		Map<FunctionSignature, Documentation> functions) {

	DocumentedTrait {
		functions = Map.copyOf(functions);
	}

	Documentation documentation(FunctionSignature function) {
		return this.functions.getOrDefault(function, Documentation.NONE);
	}

}
