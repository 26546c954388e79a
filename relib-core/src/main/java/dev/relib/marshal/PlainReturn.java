// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.util.function.Function;

import dev.relib.link.PassedType;
import org.jspecify.annotations.Nullable;

/**
 * How a function that knows nothing of this host returns.
 *
 * @param type how the machine returns
 * @param reader makes a Java value of the machine's, or of the address of a structure;
 * throws {@link MarshallingException} if it is none of the type
 */
record PlainReturn(PassedType type, Function<Object, @Nullable Object> reader) {

	@Nullable Object read(@Nullable Object machineValue) {
		return (machineValue != null) ? this.reader.apply(machineValue) : null;
	}

}
