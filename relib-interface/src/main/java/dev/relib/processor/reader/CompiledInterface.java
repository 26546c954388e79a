// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.reader;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.lang.model.element.ExecutableElement;

import dev.relib.contract.FunctionSignature;

/**
 * An interface that is being compiled, read as a trait, with the method behind each
 * function.
 *
 * @param documented the trait with its documentation
 * @param methods the method of each function, in the order of the trait
 */
public record CompiledInterface(DocumentedTrait documented, Map<FunctionSignature, ExecutableElement> methods) {

	public CompiledInterface {
		methods = Collections.unmodifiableMap(new LinkedHashMap<>(methods));
	}

}
