// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.relib.facade.RelibMemory;
import dev.relib.marshal.TextCoder;
import dev.relib.os.CHeap;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * The memory of one call of generated code: the thread's scratch memory, and the C
 * library's for what does not fit. What is refused here is refused by the codecs as well,
 * which say why.
 */
final class CallMemory extends RelibMemory {

	private final @Nullable CallFrame frame;

	private final TextCoder texts;

	/** Of the C library's allocator; freed after the call. */
	private final List<Long> blocks = new ArrayList<>(0);

	/** Buffers that the call may read. */
	private final List<ByteBuffer> held = new ArrayList<>(0);

	private long length;

	CallMemory(@Nullable CallFrame frame, TextCoder texts) {
		this.frame = frame;
		this.texts = texts;
	}

	/** Memory for a thread that is inside no call, which reads only. */
	static CallMemory outside() {
		return new CallMemory(null, new TextCoder());
	}

	/** Takes everything back. */
	void release() {
		if (!this.blocks.isEmpty()) {
			this.blocks.forEach(CHeap::free);
			this.blocks.clear();
		}
		if (!this.held.isEmpty()) {
			this.held.clear();
		}
	}

	@Override
	public long take(int count, int size) {
		long bytes = (long) count * size;
		if (bytes > Integer.MAX_VALUE) {
			throw new IllegalArgumentException();
		}
		long address = Objects.requireNonNull(this.frame).scratch((int) bytes);
		return (address != 0) ? address : allocate(bytes);
	}

	private long allocate(long bytes) {
		long block = CHeap.allocate(bytes);
		this.blocks.add(block);
		return block;
	}

	@Override
	public long word() {
		long address = take(1, Long.BYTES);
		LentMemory.putWord(address, 0);
		return address;
	}

	@Override
	public long text(String text) {
		int bytes = this.texts.encode(text);
		long address = take(bytes, 1);
		this.texts.copyTo(address, bytes);
		this.length = bytes;
		return address;
	}

	@Override
	public long buffer(ByteBuffer buffer) {
		int bytes = buffer.remaining();
		this.length = bytes;
		if (bytes > 0) {
			// A buffer of a closed arena still has an address.
			buffer.get(buffer.position());
		}
		if (buffer.isDirect()) {
			this.held.add(buffer);
			return LentMemory.address(buffer);
		}
		long address = take(bytes, 1);
		if (bytes > 0) {
			LentMemory.view(address, bytes).put(buffer.duplicate());
		}
		return address;
	}

	@Override
	public long length() {
		return this.length;
	}

	@Override
	public long array(Object array) {
		int count = Array.getLength(array);
		long address = take(count, elementSize(array));
		LentMemory.write(address, array, 0, count);
		return address;
	}

	private static int elementSize(Object array) {
		if (array instanceof byte[]) {
			return Byte.BYTES;
		}
		if (array instanceof short[]) {
			return Short.BYTES;
		}
		return (array instanceof int[] || array instanceof float[]) ? Integer.BYTES : Long.BYTES;
	}

	@Override
	public void putText(long at, String text) {
		long address = text(text);
		putSlice(at, address, (int) this.length);
	}

	@Override
	public void putArray(long at, Object array, int count) {
		putSlice(at, array(array), count);
	}

	@Override
	public void putSlice(long at, long address, int count) {
		LentMemory.putWord(at, address);
		LentMemory.putWord(at + Long.BYTES, count);
	}

	@Override
	public void putByte(long at, byte value) {
		LentMemory.putByte(at, value);
	}

	@Override
	public void putShort(long at, short value) {
		LentMemory.putShort(at, value);
	}

	@Override
	public void putInt(long at, int value) {
		LentMemory.putInt(at, value);
	}

	@Override
	public void putLong(long at, long value) {
		LentMemory.putWord(at, value);
	}

	@Override
	public void putFloat(long at, float value) {
		LentMemory.putInt(at, Float.floatToRawIntBits(value));
	}

	@Override
	public void putDouble(long at, double value) {
		LentMemory.putWord(at, Double.doubleToRawLongBits(value));
	}

	@Override
	public long present(long address) {
		if (address == 0) {
			throw new IllegalArgumentException();
		}
		return address;
	}

	@Override
	public int length(long at) {
		return length(LentMemory.word(at), LentMemory.word(at + Long.BYTES));
	}

	@Override
	public int length(long address, long count) {
		if (count < 0 || count > Integer.MAX_VALUE || (count > 0 && address == 0)) {
			throw new IllegalArgumentException();
		}
		return (int) count;
	}

	@Override
	public String getText(long address, int bytes) {
		return (bytes > 0) ? this.texts.decode(address, bytes) : "";
	}

	@Override
	public ByteBuffer getBuffer(long address, int bytes) {
		ByteBuffer copy = ByteBuffer.allocateDirect(bytes);
		return (bytes > 0) ? copy.put(LentMemory.view(address, bytes)).flip() : copy;
	}

	@Override
	public <T> T fill(long address, T array) {
		int count = Array.getLength(array);
		if (count > 0) {
			LentMemory.read(address, array, 0, count);
		}
		return array;
	}

	@Override
	public byte getByte(long at) {
		return LentMemory.getByte(at);
	}

	@Override
	public short getShort(long at) {
		return LentMemory.getShort(at);
	}

	@Override
	public int getInt(long at) {
		return LentMemory.getInt(at);
	}

	@Override
	public long getLong(long at) {
		return LentMemory.word(at);
	}

	@Override
	public float getFloat(long at) {
		return Float.intBitsToFloat(LentMemory.getInt(at));
	}

	@Override
	public double getDouble(long at) {
		return Double.longBitsToDouble(LentMemory.word(at));
	}

}
