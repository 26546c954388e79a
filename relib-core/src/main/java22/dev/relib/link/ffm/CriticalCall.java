// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.ffm;

import java.lang.foreign.Linker.Option;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Calls in Java's state, which may lend arrays as they are.
 */
final class CriticalCall {

	private CriticalCall() {
	}

	static MethodHandle of(PassedOrder order) {
		MethodHandle call = FfmLinker
			.byAddress(FfmLinker.NATIVE.downcallHandle(order.descriptor(), Option.critical(true)));
		Class<?>[] passed = order.passed();
		for (int i = 0; i < passed.length; i++) {
			if (passed[i].isArray()) {
				call = MethodHandles.filterArguments(call, 1 + i, segment(passed[i]));
			}
		}
		return order.arrange(call, 1);
	}

	private static MethodHandle segment(Class<?> array) {
		try {
			return MethodHandles.publicLookup()
				.findStatic(MemorySegment.class, "ofArray", MethodType.methodType(MemorySegment.class, array));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalArgumentException("no native code takes elements of " + array.getTypeName(), ex);
		}
	}

}
