// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;

import dev.relib.contract.JavaFunction;
import dev.relib.link.FunctionShape;
import dev.relib.link.Linker;
import org.jspecify.annotations.Nullable;

/**
 * An export whose arguments and return are numbers, which are the same in Java and to the
 * machine: the arguments of a method are passed on in the array that they come in.
 */
final class NumbersCall {

	private final MethodHandle handle;

	/** Made by the first call: generated facades make none. */
	private @Nullable MethodHandle call;

	private NumbersCall(MethodHandle handle) {
		this.handle = handle;
	}

	/**
	 * Makes a call.
	 * @param shape the outcome's address and the arguments
	 * @param arguments how they cross
	 * @return empty if other values cross, or the linker calls with arrays by itself
	 */
	static Optional<NumbersCall> of(Linker linker, JavaFunction function, FunctionShape shape,
			List<? extends ArgumentCodec> arguments) {
		boolean numbers = arguments.stream().allMatch(ScalarCodec.class::isInstance) && function.exception().isEmpty()
				&& ValueCodecs.of(function.signature().returns(), function.returns()) instanceof ScalarCodec;
		return (numbers && !linker.name().equals("jna")) ? Optional.of(new NumbersCall(linker.handle(shape)))
				: Optional.empty();
	}

	private MethodHandle spread() {
		MethodHandle known = this.call;
		if (known == null) {
			known = this.handle.asSpreader(2, Object[].class, this.handle.type().parameterCount() - 2)
				.asType(MethodType.methodType(Object.class, long.class, long.class, Object[].class));
			this.call = known;
		}
		return known;
	}

	/** Whether the arguments are there: a missing one is refused by its name. */
	static boolean takes(@Nullable Object[] arguments) {
		for (Object argument : arguments) {
			if (argument == null) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Calls.
	 * @param function the address of the export
	 * @param outcome the address of the outcome
	 * @param arguments boxes of the numbers
	 * @return a box of the number; {@code null} if it returns nothing
	 */
	@Nullable Object call(long function, long outcome, @Nullable Object[] arguments) {
		try {
			return (Object) spread().invokeExact(function, outcome, arguments);
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException("a native function throws nothing", ex);
		}
	}

}
