// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.util.List;

import dev.relib.contract.Direction;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.JavaFunction;
import dev.relib.failure.InvalidValueException;
import dev.relib.link.FunctionShape;
import dev.relib.link.PassedType;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a function that native code calls, behind the pointer to its outcome.
 */
final class ArgumentReader {

	private static final int POINTERS = 1;

	private final FunctionSignature function;

	private final List<ValueCodec> codecs;

	ArgumentReader(JavaFunction function) {
		this.function = function.signature();
		this.codecs = ValueCodecs.ofParameters(function, Direction.IMPORTS);
	}

	FunctionShape shape(PassedType returns) {
		return ArgumentCodec.shape(POINTERS, this.codecs, returns);
	}

	/**
	 * Makes Java values of machine values.
	 * @param values the values that native code passes
	 * @return the arguments
	 * @throws InvalidValueException if one of them is no value of its type
	 */
	@Nullable Object[] receive(Object[] values) {
		Object[] arguments = new Object[this.codecs.size()];
		int at = POINTERS;
		for (int i = 0; i < arguments.length; i++) {
			ValueCodec codec = this.codecs.get(i);
			arguments[i] = receive(i, codec, values, at);
			at += codec.machineType().valueCount();
		}
		return arguments;
	}

	private Object receive(int index, ValueCodec codec, Object[] values, int at) {
		try {
			return codec.receive(values, at);
		}
		catch (MarshallingException ex) {
			throw ex.of(this.function, "argument " + this.function.parameters().get(index).name());
		}
	}

}
