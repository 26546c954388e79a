// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.JavaFunction;
import dev.relib.failure.InvalidValueException;
import dev.relib.link.MachineType;
import dev.relib.link.PassedType;
import org.jspecify.annotations.Nullable;

/**
 * Makes machine values of the returns of a function that native code calls. What the
 * machine can not return as itself becomes a block of the C library's allocator that
 * native code owns.
 */
final class ReturnWriter {

	private final FunctionSignature function;

	private final ValueCodec codec;

	ReturnWriter(JavaFunction function) {
		this.function = function.signature();
		this.codec = ValueCodecs.of(this.function.returns(), function.returns());
	}

	/** How the machine returns it. */
	PassedType machineType() {
		return this.codec.returnedType();
	}

	/**
	 * Makes a machine value of Java's.
	 * @return {@code null} if the function returns nothing
	 * @throws InvalidValueException if the value can not cross
	 */
	@Nullable Object write(@Nullable Object value) {
		if (machineType() == MachineType.VOID) {
			return null;
		}
		try {
			return this.codec.toReturned(value);
		}
		catch (MarshallingException ex) {
			throw ex.of(this.function, "the return value");
		}
	}

	/** The return of a call that failed although native code is told otherwise. */
	@Nullable Object empty() {
		return this.codec.emptyReturned();
	}

	/** The return of a call that failed, which nobody reads. */
	@Nullable Object none() {
		return machineType().zero();
	}

}
