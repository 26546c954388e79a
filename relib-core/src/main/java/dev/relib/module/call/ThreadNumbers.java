// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

import org.jspecify.annotations.Nullable;

/**
 * Numbers of threads, the same for a thread at all times and found without its own code:
 * a subclass of {@link Thread} may answer {@code getId} as it likes.
 */
final class ThreadNumbers {

	private static final @Nullable MethodHandle NUMBER = find();

	private ThreadNumbers() {
	}

	/** Threads are numbered as they are made, unless the JDK hides that. */
	static int of(Thread thread) {
		if (NUMBER == null) {
			return System.identityHashCode(thread);
		}
		try {
			return (int) (long) NUMBER.invokeExact(thread);
		}
		catch (Throwable ex) {
			throw new IllegalStateException("the number of a thread is read without its code", ex);
		}
	}

	private static @Nullable MethodHandle find() {
		try {
			return (Runtime.version().feature() < 19) ? ofField() : MethodHandles.publicLookup()
				.findVirtual(Thread.class, "threadId", MethodType.methodType(long.class));
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			return null;
		}
	}

	/** A JDK without {@code threadId}, which can not be overridden, reads the field. */
	private static MethodHandle ofField() throws ReflectiveOperationException {
		Class<?> type = Class.forName("sun.misc.Unsafe");
		Field instance = type.getDeclaredField("theUnsafe");
		instance.setAccessible(true);
		Object unsafe = instance.get(null);
		long offset = (long) type.getMethod("objectFieldOffset", Field.class)
			.invoke(unsafe, Thread.class.getDeclaredField("tid"));
		MethodHandle read = MethodHandles.publicLookup()
			.findVirtual(type, "getLong", MethodType.methodType(long.class, Object.class, long.class));
		return MethodHandles.insertArguments(read.bindTo(unsafe), 1, offset)
			.asType(MethodType.methodType(long.class, Thread.class));
	}

}
