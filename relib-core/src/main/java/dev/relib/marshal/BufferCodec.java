// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.nio.ByteBuffer;

import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in a buffer, from its position to its limit, which stay where they are.
 */
final class BufferCodec extends SequenceCodec {

	private final boolean lends;

	/**
	 * Creates a codec.
	 * @param lends whether what is read is the module's memory itself, and no copy
	 */
	BufferCodec(boolean lends) {
		this.lends = lends;
	}

	@Override
	int elementSize() {
		return 1;
	}

	@Override
	int length(Object prepared) {
		return ((ByteBuffer) prepared).remaining();
	}

	@Override
	ByteBuffer take(@Nullable Object value) {
		return require(ByteBuffer.class, value).duplicate();
	}

	/** The content of a direct buffer stays where it is. */
	@Override
	public long pass(@Nullable Object value, Object[] values, int at) {
		if (value instanceof ByteBuffer buffer && buffer.isDirect()) {
			requireReadable(buffer);
			values[at] = LentMemory.address(buffer);
			values[at + 1] = (long) buffer.remaining();
			return 0;
		}
		return super.pass(value, values, at);
	}

	/** A buffer of a closed arena still has an address. */
	private static void requireReadable(ByteBuffer buffer) {
		try {
			if (buffer.hasRemaining()) {
				buffer.get(buffer.position());
			}
		}
		catch (RuntimeException ex) {
			throw new MarshallingException("can not be read (" + ex.getMessage() + ")");
		}
	}

	@Override
	void writeElements(Object prepared, NativeBlock block, int at) {
		block.memory().put(at, (ByteBuffer) prepared, ((ByteBuffer) prepared).position(), length(prepared));
	}

	@Override
	ByteBuffer readElements(long address, int length) {
		ByteBuffer lent = (length > 0) ? LentMemory.view(address, length) : ByteBuffer.allocateDirect(0);
		return this.lends ? lent.asReadOnlyBuffer() : ByteBuffer.allocateDirect(length).put(lent).flip();
	}

}
