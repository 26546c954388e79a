package dev.relib.processor;

import java.util.Map;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.NamedType;
import dev.relib.contract.Trait;

/**
 * A trait and what its interface says about it.
 *
 * @param source the interface's qualified name
 * @param trait the trait
 * @param documentation the interface's documentation
 * @param functions the methods' documentation, for each function of the trait
 * @param types the documentation of each record and enum, by its name
 */
record DocumentedTrait(String source, Trait trait, Documentation documentation,
		Map<FunctionSignature, Documentation> functions, Map<String, Documentation> types) {

	DocumentedTrait {
		functions = Map.copyOf(functions);
		types = Map.copyOf(types);
	}

	Documentation documentation(FunctionSignature function) {
		return this.functions.getOrDefault(function, Documentation.NONE);
	}

	Documentation documentation(NamedType type) {
		return this.types.getOrDefault(type.name(), Documentation.NONE);
	}

}
