// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.nio.ByteBuffer;

import dev.relib.link.MachineType;
import dev.relib.link.PassedType;
import dev.relib.os.CHeap;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one type lie in native memory, and how they cross. A value is written
 * in two steps: the first checks it and counts the memory that it takes, so that the
 * second always succeeds. A return is an owned one unless a subclass says otherwise: a
 * pointer to a block that a free function takes.
 */
abstract class ValueCodec implements ArgumentCodec {

	/** How many bytes a value takes where it stands. */
	abstract int size();

	abstract int alignment();

	/**
	 * Takes a value apart.
	 * @param space counts the memory that the value takes outside of where it stands
	 * @return its parts, for {@link #write}
	 * @throws MarshallingException if it can not cross
	 */
	abstract Object prepare(@Nullable Object value, SizeCounter space);

	/**
	 * Writes a value.
	 * @param at where in the block it stands
	 */
	abstract void write(Object prepared, NativeBlock block, int at);

	/**
	 * Reads a value that a module has written.
	 * @param at where in the memory it stands
	 * @throws MarshallingException if it is none of the type
	 */
	abstract Object read(ByteBuffer memory, int at);

	/**
	 * Reads a value that a module points to.
	 * @throws MarshallingException if it is none of the type
	 */
	Object readAt(long address) {
		return read(LentMemory.view(address, size()), 0);
	}

	/**
	 * Reads an argument that native code passes.
	 * @param at where among the machine values it begins
	 * @throws MarshallingException if it is none of the type
	 */
	abstract Object receive(Object[] values, int at);

	/** How the machine returns a value. */
	PassedType returnedType() {
		return MachineType.LONG;
	}

	/**
	 * Makes a Java value of a return.
	 * @throws MarshallingException if it is none of the type
	 */
	Object fromReturned(Object machineValue) {
		return readPointer((Long) machineValue);
	}

	/**
	 * Makes a return of a Java value.
	 * @throws MarshallingException if it can not cross
	 */
	Object toReturned(@Nullable Object value) {
		return toBlock(value);
	}

	/** A return of zeros: a record of them, or a sequence without elements. */
	@Nullable Object emptyReturned() {
		return CHeap.allocateZeros(size());
	}

	final Object readPointer(long address) {
		if (address == 0) {
			throw new MarshallingException("is a null pointer");
		}
		return readAt(address);
	}

	/** Writes a value at the begin of a block of its own. */
	final long toBlock(@Nullable Object value) {
		SizeCounter space = new SizeCounter();
		space.reserve(1, size());
		Object prepared = prepare(value, space);
		return NativeBlock.write(space, (block) -> write(prepared, block, block.take(1, size())));
	}

	static <T> T require(Class<T> type, @Nullable Object value) {
		if (value == null) {
			throw new MarshallingException("is null");
		}
		if (!type.isInstance(value)) {
			throw new MarshallingException("is a " + value.getClass().getName() + ", no " + type.getName());
		}
		return type.cast(value);
	}

}
