// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.reader;

import java.util.Map;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.NamedType;
import dev.relib.contract.Trait;

/**
 * A trait with the documentation of its interface.
 *
 * @param source the qualified name of the interface
 * @param trait the trait
 * @param documentation the documentation of the interface
 * @param functions the documentation of each function's method
 * @param types the documentation of each record and enum, by its name
 */
public record DocumentedTrait(String source, Trait trait, Documentation documentation,
		Map<FunctionSignature, Documentation> functions, Map<String, Documentation> types) {

	public DocumentedTrait {
		functions = Map.copyOf(functions);
		types = Map.copyOf(types);
	}

	/**
	 * Returns the documentation of a function.
	 * @param function the function
	 * @return the documentation, with empty parts if there is none
	 */
	public Documentation documentation(FunctionSignature function) {
		return this.functions.getOrDefault(function, Documentation.NONE);
	}

	/**
	 * Returns the documentation of a record or enum.
	 * @param type the type
	 * @return the documentation, with empty parts if there is none
	 */
	public Documentation documentation(NamedType type) {
		return this.types.getOrDefault(type.name(), Documentation.NONE);
	}

}
