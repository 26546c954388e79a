// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.util.Optional;
import java.util.function.Function;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.JavaFunction;
import dev.relib.failure.InvalidValueException;
import dev.relib.link.PassedType;
import org.jspecify.annotations.Nullable;

/**
 * Makes Java values of the returns or declared errors of a function that the host calls.
 */
final class ReturnReader {

	private final FunctionSignature function;

	private final String label;

	private final PassedType machineType;

	private final Function<Object, Object> codec;

	private ReturnReader(FunctionSignature function, String label, PassedType machineType,
			Function<Object, Object> codec) {
		this.function = function;
		this.label = label;
		this.machineType = machineType;
		this.codec = codec;
	}

	static ReturnReader of(JavaFunction function) {
		FunctionSignature signature = function.signature();
		ValueCodec codec = ValueCodecs.of(signature.returns(), function.returns());
		return new ReturnReader(signature, "the return value", codec.returnedType(), codec::fromReturned);
	}

	/** Reads declared errors, if there are any. */
	static Optional<ReturnReader> ofError(JavaFunction function) {
		return function.exception().map((exception) -> {
			ValueCodec codec = ValueCodecs.of(function.signature().error().orElseThrow(), exception.recordType());
			return new ReturnReader(function.signature(), "the declared error", codec.returnedType(),
					codec::fromReturned);
		});
	}

	/** How the machine returns it. */
	PassedType machineType() {
		return this.machineType;
	}

	/**
	 * Makes a Java value of the machine's; memory behind it stays to be freed.
	 * @return {@code null} if the function returns nothing
	 * @throws InvalidValueException if it is no value of its type
	 */
	@Nullable Object read(@Nullable Object machineValue) {
		try {
			return (machineValue != null) ? this.codec.apply(machineValue) : null;
		}
		catch (MarshallingException ex) {
			throw ex.of(this.function, this.label);
		}
	}

}
