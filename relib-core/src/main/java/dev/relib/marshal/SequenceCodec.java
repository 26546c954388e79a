// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.nio.ByteBuffer;

import dev.relib.link.MachineType;
import dev.relib.os.CHeap;
import dev.relib.os.LentMemory;
import dev.relib.os.NativeMemory;
import org.jspecify.annotations.Nullable;

/**
 * A run of elements that stands behind {@code {ptr, len}}.
 */
abstract class SequenceCodec extends ValueCodec {

	@Override
	final int size() {
		return MachineType.SLICE.size();
	}

	@Override
	final int alignment() {
		return Long.BYTES;
	}

	/** How many bytes an element takes. */
	abstract int elementSize();

	/** How many elements a prepared value has. */
	abstract int length(Object prepared);

	/** Checks a value before anything is counted. */
	abstract Object take(@Nullable Object value);

	/** Prepares what the elements point to. */
	Object prepareElements(Object taken, SizeCounter space) {
		return taken;
	}

	/** Writes the elements of a prepared value that has some. */
	abstract void writeElements(Object prepared, NativeBlock block, int at);

	/**
	 * Reads elements.
	 * @param length how many; if there are none the address means nothing
	 */
	abstract Object readElements(long address, int length);

	@Override
	final Object prepare(@Nullable Object value, SizeCounter space) {
		Object taken = take(value);
		space.reserve(length(taken), elementSize());
		return prepareElements(taken, space);
	}

	@Override
	final void write(Object prepared, NativeBlock block, int at) {
		int begin = block.take(length(prepared), elementSize());
		block.putSlice(at, begin, length(prepared));
		if (length(prepared) > 0) {
			writeElements(prepared, block, begin);
		}
	}

	@Override
	final Object read(ByteBuffer memory, int at) {
		return read(memory.getLong(at), memory.getLong(at + Long.BYTES));
	}

	@Override
	final Object readAt(long address) {
		return read(LentMemory.word(address), LentMemory.word(address + Long.BYTES));
	}

	@Override
	public final MachineType machineType() {
		return MachineType.SLICE;
	}

	/** The block has the elements only: the machine passes pointer and length. */
	@Override
	public long pass(@Nullable Object value, Object[] values, int at) {
		SizeCounter space = new SizeCounter();
		Object prepared = prepare(value, space);
		int length = length(prepared);
		long address = NativeBlock.write(space, (block) -> {
			int begin = block.take(length, elementSize());
			if (length > 0) {
				writeElements(prepared, block, begin);
			}
		});
		values[at] = address;
		values[at + 1] = (long) length;
		return address;
	}

	@Override
	final Object receive(Object[] values, int at) {
		return read((Long) values[at], (Long) values[at + 1]);
	}

	/**
	 * A sequence without elements has a pointer, too: Rust demands one that is not null.
	 */
	@Override
	final Object emptyReturned() {
		long address = CHeap.allocateZeros(size());
		NativeMemory.putLongAt(address, address + size());
		return address;
	}

	private Object read(long address, long length) {
		if (length < 0 || length > Integer.MAX_VALUE) {
			throw new MarshallingException(
					"has a length of " + Long.toUnsignedString(length) + ", more than a Java array can hold");
		}
		if (address == 0 && length > 0) {
			throw new MarshallingException("is a null pointer with a length of " + length);
		}
		return readElements(address, (int) length);
	}

}
