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
