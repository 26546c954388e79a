// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.ref.Reference;

import dev.relib.contract.JavaFunction;
import dev.relib.failure.ErrnoException;
import dev.relib.failure.InvalidValueException;
import dev.relib.link.Downcall;
import dev.relib.link.LeftCalls;
import dev.relib.link.Linker;
import dev.relib.os.LentMemory;
import dev.relib.os.NativeAccess;
import org.jspecify.annotations.Nullable;

/**
 * A C function called as it is, without a pointer to an outcome.
 */
final class PlainCall implements ExportCall {

	private final String name;

	private final Downcall call;

	private final long address;

	private final PlainFunction function;

	private final PlainArgument[] arguments;

	private final PlainCallbacks callbacks;

	/** How many values stand before the arguments. */
	private final int leading;

	PlainCall(Linker linker, JavaFunction function, long address, PlainCallbacks callbacks) {
		this.name = function.signature().qualifiedName();
		this.function = new PlainReader(function.method().orElseThrow()).read();
		this.arguments = this.function.arguments().toArray(PlainArgument[]::new);
		this.leading = (this.function.failure() != null || this.function.returnsStructure()) ? 1 : 0;
		this.call = (this.function.failure() != null) ? linker.downcallWithErrno(this.function.shape())
				: linker.downcall(this.function.shape());
		this.address = address;
		this.callbacks = callbacks;
	}

	@Override
	public @Nullable Object call(long outcome, @Nullable Object[] arguments) {
		try (Loan loan = new Loan(this.callbacks)) {
			Object[] values = new Object[this.leading + this.arguments.length];
			if (this.leading > 0) {
				int size = this.function.returnsStructure() ? this.function.returns().type().size() : 0;
				values[0] = loan.allocateZeros(Math.max(size, 2 * Long.BYTES));
			}
			pass(arguments, values, loan);
			LeftCalls.take(); // of a call that others have made
			Object returned = call(values, loan);
			if (LeftCalls.take()) {
				return null;
			}
			InvalidValueException unread = copyBack(loan);
			throwFailure(loan, returned, values, unread);
			Object result = read(this.function.returnsStructure() ? values[0] : returned);
			LentMemory.putByte(outcome, RETURNED);
			return result;
		}
		finally {
			Reference.reachabilityFence(arguments);
		}
	}

	private void pass(@Nullable Object[] arguments, Object[] values, Loan loan) {
		for (int i = 0; i < this.arguments.length; i++) {
			try {
				values[this.leading + i] = this.arguments[i].pass(arguments[i], loan);
			}
			catch (MarshallingException ex) {
				throw ex.of(this.name, "argument " + this.function.names().get(i));
			}
		}
	}

	private @Nullable Object call(Object[] values, Loan loan) {
		if (!this.callbacks.areUsed()) {
			return this.call.call(this.address, values);
		}
		Loan outer = this.callbacks.enter(loan);
		try {
			return this.call.call(this.address, values);
		}
		finally {
			this.callbacks.enter(outer);
		}
	}

	private @Nullable InvalidValueException copyBack(Loan loan) {
		MarshallingException unread = loan.copyBack();
		return (unread != null) ? unread.of(this.name, "what the function has written") : null;
	}

	/**
	 * A function that fails may leave half of what it writes: its failure is the cause.
	 */
	private void throwFailure(Loan loan, @Nullable Object returned, Object[] values,
			@Nullable InvalidValueException unread) {
		try {
			loan.throwFailure();
			requireSuccess(returned, values);
		}
		catch (Throwable ex) {
			if (unread != null) {
				ex.addSuppressed(unread);
			}
			throw ex;
		}
		if (unread != null) {
			throw unread;
		}
	}

	private void requireSuccess(@Nullable Object returned, Object[] values) {
		if (this.function.failure() != null) {
			int error = LentMemory.view((Long) values[0], Integer.BYTES).getInt(0);
			if (this.function.failure().test(returned) || (this.function.always() && error != 0)) {
				throw new ErrnoException(this.name, error, NativeAccess.current().errorText(error));
			}
		}
	}

	private @Nullable Object read(@Nullable Object returned) {
		try {
			return this.function.returns().read(returned);
		}
		catch (MarshallingException ex) {
			throw ex.of(this.name, "the return value");
		}
	}

}
