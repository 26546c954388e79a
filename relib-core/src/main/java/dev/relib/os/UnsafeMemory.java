// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Memory through the JDK's {@code sun.misc.Unsafe}, whose methods compilers turn into
 * single instructions, up to JDK 23: later ones warn of it. By handles, as compilers warn
 * of its name. Blocks are left to another way: its own can not be freed by native code.
 */
final class UnsafeMemory implements RawMemory {

	private static final Object UNSAFE = find();

	private static final MethodHandle GET_BYTE = method("getByte", byte.class, long.class);

	private static final MethodHandle PUT_BYTE = method("putByte", void.class, long.class, byte.class);

	private static final MethodHandle GET_SHORT = method("getShort", short.class, long.class);

	private static final MethodHandle PUT_SHORT = method("putShort", void.class, long.class, short.class);

	private static final MethodHandle GET_INT = method("getInt", int.class, long.class);

	private static final MethodHandle PUT_INT = method("putInt", void.class, long.class, int.class);

	private static final MethodHandle GET_LONG = method("getLong", long.class, long.class);

	private static final MethodHandle PUT_LONG = method("putLong", void.class, long.class, long.class);

	private static final MethodHandle FILL = method("setMemory", void.class, long.class, long.class, byte.class);

	private static final MethodHandle COPY = method("copyMemory", void.class, Object.class, long.class, Object.class,
			long.class, long.class);

	private static final MethodHandle GET_FIELD = method("getLong", long.class, Object.class, long.class);

	private static final long BYTES = begin(byte[].class);

	private static final long SHORTS = begin(short[].class);

	private static final long INTS = begin(int[].class);

	private static final long LONGS = begin(long[].class);

	private static final long FLOATS = begin(float[].class);

	private static final long DOUBLES = begin(double[].class);

	private static final long ADDRESS = address();

	private final RawMemory other;

	UnsafeMemory(RawMemory other) {
		this.other = other;
	}

	private static Object find() {
		try {
			Field field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
			field.setAccessible(true);
			return field.get(null);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static MethodHandle method(String name, Class<?> returns, Class<?>... parameters) {
		try {
			return MethodHandles.publicLookup()
				.findVirtual(UNSAFE.getClass(), name, MethodType.methodType(returns, parameters))
				.bindTo(UNSAFE);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static long address() {
		try {
			return (long) method("objectFieldOffset", long.class, Field.class)
				.invokeExact(Buffer.class.getDeclaredField("address"));
		}
		catch (Throwable ex) {
			throw failure(ex);
		}
	}

	/** Where elements begin. To ask for it is a native call. */
	private static long begin(Class<?> array) {
		try {
			return (int) method("arrayBaseOffset", int.class, Class.class).invokeExact(array);
		}
		catch (Throwable ex) {
			throw failure(ex);
		}
	}

	/** Handles throw whatever their methods throw, which is nothing checked. */
	private static RuntimeException failure(Throwable thrown) {
		if (thrown instanceof Error error) {
			throw error;
		}
		return (thrown instanceof RuntimeException failure) ? failure : new IllegalStateException(thrown);
	}

	@Override
	public long allocate(long size) {
		return this.other.allocate(size);
	}

	@Override
	public void free(long address) {
		this.other.free(address);
	}

	@Override
	public void fill(long address, long size, byte value) {
		try {
			FILL.invokeExact(address, size, value);
		}
		catch (Throwable ex) {
			throw failure(ex);
		}
	}

	@Override
	public void copy(long from, long to, long size) {
		try {
			COPY.invokeExact((Object) null, from, (Object) null, to, size);
		}
		catch (Throwable ex) {
			throw failure(ex);
		}
	}

	@Override
	public byte getByte(long address) {
		try {
			return (byte) GET_BYTE.invokeExact(address);
		}
		catch (Throwable ex) {
			throw failure(ex);
		}
	}

	@Override
	public void putByte(long address, byte value) {
		try {
			PUT_BYTE.invokeExact(address, value);
		}
		catch (Throwable ex) {
			throw failure(ex);
		}
	}

	@Override
	public short getShort(long address) {
		try {
			return (short) GET_SHORT.invokeExact(address);
		}
		catch (Throwable ex) {
			throw failure(ex);
		}
	}

	@Override
	public void putShort(long address, short value) {
		try {
			PUT_SHORT.invokeExact(address, value);
		}
		catch (Throwable ex) {
			throw failure(ex);
		}
	}

	@Override
	public int getInt(long address) {
		try {
			return (int) GET_INT.invokeExact(address);
		}
		catch (Throwable ex) {
			throw failure(ex);
		}
	}

	@Override
	public void putInt(long address, int value) {
		try {
			PUT_INT.invokeExact(address, value);
		}
		catch (Throwable ex) {
			throw failure(ex);
		}
	}

	@Override
	public long getLong(long address) {
		try {
			return (long) GET_LONG.invokeExact(address);
		}
		catch (Throwable ex) {
			throw failure(ex);
		}
	}

	@Override
	public void putLong(long address, long value) {
		try {
			PUT_LONG.invokeExact(address, value);
		}
		catch (Throwable ex) {
			throw failure(ex);
		}
	}

	@Override
	public void read(long address, Object array, int from, int count) {
		try {
			COPY.invokeExact((Object) null, address, array, begin(array, from, count), count * scale(array));
		}
		catch (Throwable ex) {
			throw failure(ex);
		}
	}

	@Override
	public void write(long address, Object array, int from, int count) {
		try {
			COPY.invokeExact(array, begin(array, from, count), (Object) null, address, count * scale(array));
		}
		catch (Throwable ex) {
			throw failure(ex);
		}
	}

	private static long begin(Object array, int from, int count) {
		Objects.checkFromIndexSize(from, count, Array.getLength(array));
		return begin(array) + from * scale(array);
	}

	private static long begin(Object array) {
		if (array instanceof byte[]) {
			return BYTES;
		}
		if (array instanceof short[]) {
			return SHORTS;
		}
		if (array instanceof int[]) {
			return INTS;
		}
		if (array instanceof float[]) {
			return FLOATS;
		}
		return (array instanceof long[]) ? LONGS : DOUBLES;
	}

	private static long scale(Object array) {
		if (array instanceof byte[]) {
			return Byte.BYTES;
		}
		if (array instanceof short[]) {
			return Short.BYTES;
		}
		return (array instanceof int[] || array instanceof float[]) ? Integer.BYTES : Long.BYTES;
	}

	@Override
	public ByteBuffer view(long address, int size) {
		return this.other.view(address, size);
	}

	@Override
	public long address(Buffer buffer) {
		try {
			return (long) GET_FIELD.invokeExact((Object) buffer, ADDRESS);
		}
		catch (Throwable ex) {
			throw failure(ex);
		}
	}

}
