// SPDX-License-Identifier: Apache-2.0
package dev.relib.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import org.jspecify.annotations.Nullable;

/**
 * Runs when native code calls the address of an {@link Upcall}.
 */
@FunctionalInterface
public interface UpcallTarget {

	/**
	 * Runs on the thread that called. It must not throw: linkers answer with a zero in
	 * place of the return, or end the process.
	 * @param values as many as {@link FunctionShape#valueCount()} says, each a box of its
	 * {@link MachineType#javaType()}
	 * @return the value to return, a box of its {@link MachineType#javaType()},
	 * {@code null} if the function returns nothing
	 */
	@Nullable Object call(Object[] values);

	/**
	 * Makes a handle of a target.
	 * @param target the target
	 * @param shape the shape of the function that native code sees
	 * @return of type {@link FunctionShape#targetType()}
	 */
	static MethodHandle handle(UpcallTarget target, FunctionShape shape) {
		try {
			MethodHandle call = MethodHandles.lookup()
				.findVirtual(UpcallTarget.class, "call", MethodType.methodType(Object.class, Object[].class));
			return call.bindTo(target).asCollector(Object[].class, shape.valueCount()).asType(shape.targetType());
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Makes a target of a handle.
	 * @param handle of the {@link FunctionShape#targetType()} of some shape
	 * @return the target
	 */
	static UpcallTarget of(MethodHandle handle) {
		MethodHandle spread = handle.asSpreader(Object[].class, handle.type().parameterCount())
			.asType(MethodType.methodType(Object.class, Object[].class));
		return (values) -> {
			try {
				return (Object) spread.invokeExact(values);
			}
			catch (Throwable ex) {
				throw new IllegalStateException("the target of an upcall has thrown", ex);
			}
		};
	}

}
