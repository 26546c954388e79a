// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.util.Objects;

import dev.relib.contract.JavaFunction;
import dev.relib.link.FunctionShape;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * Brings a call of native code to the host and its outcome back. No exception leaves it:
 * the linkers would end the process, or return 0 as if that were the value.
 */
final class ImportDispatch {

	private final ImportTarget target;

	private final ArgumentReader arguments;

	private final ReturnWriter returned;

	ImportDispatch(JavaFunction function, ImportTarget target) {
		this.target = target;
		this.arguments = new ArgumentReader(function);
		this.returned = new ReturnWriter(function);
	}

	FunctionShape shape() {
		return this.arguments.shape(this.returned.machineType());
	}

	/** Runs the import and writes its outcome where the first value points to. */
	@Nullable Object call(Object[] values) {
		long outcome = (Long) values[0];
		try {
			Object result = this.returned.write(this.target.call(this.arguments.receive(values)));
			LentMemory.putByte(outcome, ExportCall.RETURNED);
			return result;
		}
		catch (Throwable ex) {
			return failed(outcome, ex);
		}
	}

	/** Makes the machine value of a return that is not nothing. */
	Object write(@Nullable Object value) {
		return Objects.requireNonNull(this.returned.write(value));
	}

	/** Writes the outcome of a failure, and returns what native code gets. */
	@Nullable Object failed(long outcome, Throwable failure) {
		byte told = failed(failure);
		Object value = (told == ExportCall.RETURNED) ? this.returned.empty() : this.returned.none();
		LentMemory.putByte(outcome, told);
		return value;
	}

	private byte failed(Throwable failure) {
		try {
			return this.target.failed(failure);
		}
		catch (Throwable ex) {
			return ExportCall.PANICKED;
		}
	}

}
