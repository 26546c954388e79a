// SPDX-License-Identifier: Apache-2.0
package dev.relib.registry;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;

/**
 * What the JDK keeps of the record whose methods it was the last to make: before JDK 21
 * that record's class and those of its components, with their class loader.
 */
final class RecordMethods {

	private static final int FORGETS = 21;

	private RecordMethods() {
	}

	/** Makes methods that mention the JDK's own classes only. */
	static void forgetLast() {
		if (Runtime.version().feature() >= FORGETS) {
			return;
		}
		make("equals", MethodType.methodType(boolean.class, String.class, Object.class));
		make("hashCode", MethodType.methodType(int.class, String.class));
		make("toString", MethodType.methodType(String.class, String.class));
	}

	private static void make(String method, MethodType type) {
		MethodHandle component = MethodHandles.identity(String.class);
		try {
			ObjectMethods.bootstrap(MethodHandles.lookup(), method, type, String.class, "value", component);
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

}
