// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.ffm;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker.Option;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import dev.relib.link.FunctionShape;

/**
 * Keeps the error number of a call, which the JDK reads right after the function.
 */
final class ErrnoCall {

	private static final MethodHandle PREPARE;

	/**
	 * Where the calling thread's error number is. The call must not leave Java's state,
	 * since the JVM may change the number on each way back.
	 */
	private static final MethodHandle LOCATION = FfmLinker.NATIVE.downcallHandle(
			FfmLinker.NATIVE.defaultLookup().find("__errno_location").orElseThrow(),
			FunctionDescriptor.of(ValueLayout.JAVA_LONG), Option.critical(false));

	static {
		try {
			PREPARE = MethodHandles.lookup()
				.findStatic(ErrnoCall.class, "prepare", MethodType.methodType(MemorySegment.class, long.class));
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private ErrnoCall() {
	}

	/** Makes a call that takes the address of the error number behind the function's. */
	static MethodHandle of(FunctionShape shape) {
		PassedOrder order = new PassedOrder(shape);
		MethodHandle call = FfmLinker.NATIVE.downcallHandle(order.descriptor(), Option.captureCallState("errno"));
		MethodHandle arranged = order.arrange(FfmLinker.byAddress(call), 2);
		return MethodHandles.filterArguments(arranged, 1, PREPARE);
	}

	private static MemorySegment prepare(long address) throws Throwable {
		at((long) LOCATION.invokeExact()).set(ValueLayout.JAVA_INT, 0, 0);
		return at(address);
	}

	private static MemorySegment at(long address) {
		return MemorySegment.ofAddress(address).reinterpret(Integer.BYTES);
	}

}
