// SPDX-License-Identifier: Apache-2.0
package dev.relib.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

import org.jspecify.annotations.Nullable;

/**
 * A call whose values come in an array of boxes.
 */
final class BoxedDowncall implements Downcall {

	private final MethodHandle spread;

	/**
	 * Wraps a call.
	 * @param handle takes the function's address and the values
	 */
	BoxedDowncall(MethodHandle handle) {
		this.spread = handle.asSpreader(1, Object[].class, handle.type().parameterCount() - 1)
			.asType(MethodType.methodType(Object.class, long.class, Object[].class));
	}

	@Override
	public @Nullable Object call(long address, Object[] values) {
		try {
			return (Object) this.spread.invokeExact(address, values);
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException("a native function throws nothing", ex);
		}
	}

}
