// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Optional;

import dev.relib.contract.Direction;
import dev.relib.contract.JavaFunction;
import dev.relib.link.Downcall;
import dev.relib.link.FunctionShape;
import dev.relib.link.Linker;
import dev.relib.os.CHeap;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * An export called as the ABI says: behind a pointer to the outcome, and one to the place
 * of a declared error if there is one.
 */
final class RelibCall implements DirectExport {

	private final Downcall function;

	private final ExportAddress address;

	private final boolean direct;

	private final ArgumentWriter arguments;

	private final ReturnReader returned;

	private final @Nullable OwnedReturn owned;

	private final @Nullable OwnedReturn error;

	private final @Nullable RelibCall critical;

	private final @Nullable NumbersCall numbers;

	/**
	 * Creates a call.
	 * @param direct whether any linker may call the export, with the arguments as they
	 * are
	 */
	RelibCall(Linker linker, JavaFunction function, ExportAddress address, List<? extends ArgumentCodec> arguments,
			boolean direct) {
		this.returned = ReturnReader.of(function);
		this.owned = function.signature().returnsOwned() ? new OwnedReturn(linker, this.returned, address.free())
				: null;
		this.error = ReturnReader.ofError(function)
			.map((value) -> new OwnedReturn(linker, value, address.freeError()))
			.orElse(null);
		this.arguments = new ArgumentWriter(function.signature(), pointers(function), arguments,
				this.returned.machineType());
		this.function = WideReturn.of(linker, this.arguments.shape());
		this.numbers = NumbersCall.of(linker, function, this.arguments.shape(), arguments).orElse(null);
		this.address = address;
		this.direct = direct;
		this.critical = ExportCall.critical(linker, function)
			.map((call) -> new RelibCall(this, call,
					new ArgumentWriter(function.signature(), pointers(function), CriticalArray.in(function, arguments),
							this.returned.machineType())))
			.orElse(null);
	}

	/** Creates the same call in Java's state. */
	private RelibCall(RelibCall ordinary, MethodHandle critical, ArgumentWriter arguments) {
		this.returned = ordinary.returned;
		this.owned = ordinary.owned;
		this.error = ordinary.error;
		this.arguments = arguments;
		this.function = Downcall.of(critical);
		this.address = ordinary.address;
		this.direct = false;
		this.critical = null;
		this.numbers = null;
	}

	/** The shape of an export that takes records as pointers. */
	static FunctionShape shape(JavaFunction function) {
		return new ArgumentWriter(function.signature(), pointers(function),
				ValueCodecs.ofParameters(function, Direction.EXPORTS), ReturnReader.of(function).machineType())
			.shape();
	}

	/** How many pointers the ABI puts before the arguments. */
	private static int pointers(JavaFunction function) {
		return function.exception().isPresent() ? 2 : 1;
	}

	@Override
	public Optional<ExportAddress> direct() {
		return this.direct ? Optional.of(this.address) : Optional.empty();
	}

	@Override
	public @Nullable ExportCall critical() {
		return this.critical;
	}

	@Override
	public @Nullable Object read(Object returned) {
		return (this.owned != null) ? this.owned.take((Long) returned) : this.returned.read(returned);
	}

	@Override
	public @Nullable Object readError(long slot) {
		return (this.error != null) ? this.error.take(LentMemory.word(slot)) : null;
	}

	@Override
	public @Nullable Object call(long outcome, @Nullable Object[] arguments) {
		if (this.numbers != null && NumbersCall.takes(arguments)) {
			Object result = this.numbers.call(this.address.function(), outcome, arguments);
			return (LentMemory.getByte(outcome) == RETURNED) ? result : null;
		}
		Object[] values = this.arguments.values();
		values[0] = outcome;
		if (this.error == null) {
			return call(outcome, arguments, values);
		}
		long slot = CHeap.allocateZeros(Long.BYTES);
		try {
			values[1] = slot;
			return call(outcome, arguments, values);
		}
		finally {
			CHeap.free(slot);
		}
	}

	private @Nullable Object call(long outcome, @Nullable Object[] arguments, Object[] values) {
		long[] blocks = this.arguments.pass(arguments, values);
		try {
			Object result = this.function.call(this.address.function(), values);
			return switch (LentMemory.getByte(outcome)) {
				case RETURNED -> (this.owned != null) ? this.owned.take((Long) result) : this.returned.read(result);
				case DECLARED_ERROR -> (this.error != null) ? readError((Long) values[1]) : null;
				default -> null;
			};
		}
		finally {
			// Not before the return is read, which may point into an argument.
			Reference.reachabilityFence(arguments);
			ArgumentWriter.free(blocks);
		}
	}

}
