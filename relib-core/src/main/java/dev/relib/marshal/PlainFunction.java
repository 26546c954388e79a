// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.util.List;
import java.util.function.Predicate;

import dev.relib.link.FunctionShape;
import dev.relib.link.StructType;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one function of a plain library cross.
 *
 * @param arguments its parameters
 * @param names their names
 * @param returns its return
 * @param failure tells of a return whether the function has failed and left an error
 * number; {@code null} if nobody asks for it
 * @param always whether an error number alone is a failure
 */
record PlainFunction(List<PlainArgument> arguments, List<String> names, PlainReturn returns,
		@Nullable Predicate<@Nullable Object> failure, boolean always) {

	FunctionShape shape() {
		return new FunctionShape(this.returns.type(),
				List.copyOf(this.arguments.stream().map(PlainArgument::type).toList()));
	}

	boolean returnsStructure() {
		return this.returns.type() instanceof StructType;
	}

}
