// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import dev.relib.os.RawMemory;

/**
 * Memory as one segment. Nothing refers to this class by its type: older JDKs can not
 * load it.
 */
public final class SegmentMemory implements RawMemory {

	private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

	private static final MethodHandle MALLOC = function("malloc",
			FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));

	private static final MethodHandle FREE = function("free", FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG));

	/**
	 * Uses all of it once, as the JVM links a native method in its first call, which
	 * would wait for the loader if a library is being opened then.
	 */
	public SegmentMemory() {
		free(allocate(Long.BYTES));
		view(0, 1);
		address(ByteBuffer.allocateDirect(Long.BYTES));
	}

	/**
	 * Looks in the scope of the whole process, where a replaced allocator comes first.
	 * What the JDK looks in begins at a library of its own.
	 */
	private static MethodHandle function(String name, FunctionDescriptor descriptor) {
		Linker linker = Linker.nativeLinker();
		MethodHandle dlsym = linker.downcallHandle(linker.defaultLookup().find("dlsym").orElseThrow(),
				FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
		try (Arena arena = Arena.ofConfined()) {
			long address = (long) dlsym.invokeExact(0L, arena.allocateFrom(name));
			return linker.downcallHandle(MemorySegment.ofAddress(address), descriptor);
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public long allocate(long size) {
		try {
			return (long) MALLOC.invokeExact(size);
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void free(long address) {
		try {
			FREE.invokeExact(address);
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void fill(long address, long size, byte value) {
		ALL.asSlice(address, size).fill(value);
	}

	@Override
	public void copy(long from, long to, long size) {
		MemorySegment.copy(ALL, from, ALL, to, size);
	}

	@Override
	public byte getByte(long address) {
		return ALL.get(ValueLayout.JAVA_BYTE, address);
	}

	@Override
	public void putByte(long address, byte value) {
		ALL.set(ValueLayout.JAVA_BYTE, address, value);
	}

	@Override
	public short getShort(long address) {
		return ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, address);
	}

	@Override
	public void putShort(long address, short value) {
		ALL.set(ValueLayout.JAVA_SHORT_UNALIGNED, address, value);
	}

	@Override
	public int getInt(long address) {
		return ALL.get(ValueLayout.JAVA_INT_UNALIGNED, address);
	}

	@Override
	public void putInt(long address, int value) {
		ALL.set(ValueLayout.JAVA_INT_UNALIGNED, address, value);
	}

	@Override
	public long getLong(long address) {
		return ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, address);
	}

	@Override
	public void putLong(long address, long value) {
		ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, address, value);
	}

	@Override
	public void read(long address, Object array, int from, int count) {
		if (array instanceof byte[] bytes) {
			MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, address, bytes, from, count);
		}
		else {
			MemorySegment.copy(ALL, layout(array), address, array, from, count);
		}
	}

	@Override
	public void write(long address, Object array, int from, int count) {
		if (array instanceof byte[] bytes) {
			MemorySegment.copy(bytes, from, ALL, ValueLayout.JAVA_BYTE, address, count);
		}
		else {
			MemorySegment.copy(array, from, ALL, layout(array), address, count);
		}
	}

	private static ValueLayout layout(Object array) {
		if (array instanceof short[]) {
			return ValueLayout.JAVA_SHORT_UNALIGNED;
		}
		if (array instanceof int[]) {
			return ValueLayout.JAVA_INT_UNALIGNED;
		}
		if (array instanceof long[]) {
			return ValueLayout.JAVA_LONG_UNALIGNED;
		}
		return (array instanceof float[]) ? ValueLayout.JAVA_FLOAT_UNALIGNED : ValueLayout.JAVA_DOUBLE_UNALIGNED;
	}

	@Override
	public ByteBuffer view(long address, int size) {
		return ALL.asSlice(address, size).asByteBuffer().order(ByteOrder.nativeOrder());
	}

	@Override
	public long address(Buffer buffer) {
		return MemorySegment.ofBuffer(buffer.duplicate().clear()).address();
	}

}
