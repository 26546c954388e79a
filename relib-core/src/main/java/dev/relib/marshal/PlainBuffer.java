// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

import dev.relib.link.MachineType;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * A direct buffer, which crosses as a pointer to the element at its position. The
 * function works on the buffer itself: a copy of one on the heap would not do.
 *
 * @param buffer the class of the buffer
 * @param constant whether the function only reads it
 */
record PlainBuffer(Class<?> buffer, boolean constant) implements PlainArgument {

	@Override
	public MachineType type() {
		return MachineType.LONG;
	}

	@Override
	public Long pass(@Nullable Object value, Loan loan) {
		Buffer present = (Buffer) ValueCodec.require(this.buffer, value);
		if (!present.isDirect()) {
			throw new MarshallingException("is a buffer on the heap; use ByteBuffer.allocateDirect");
		}
		if (present.isReadOnly() && !this.constant) {
			throw new MarshallingException(
					"is a read-only buffer; annotate the parameter with @RelibConst if the function only reads");
		}
		if (order(present) != ByteOrder.nativeOrder()) {
			throw new MarshallingException("is a buffer in the order " + order(present)
					+ ", which C would misread; make it of a ByteBuffer in the order ByteOrder.nativeOrder()");
		}
		return address(present);
	}

	private static ByteOrder order(Buffer buffer) {
		if (buffer instanceof ShortBuffer shorts) {
			return shorts.order();
		}
		if (buffer instanceof CharBuffer characters) {
			return characters.order();
		}
		if (buffer instanceof IntBuffer ints) {
			return ints.order();
		}
		if (buffer instanceof LongBuffer longs) {
			return longs.order();
		}
		if (buffer instanceof FloatBuffer floats) {
			return floats.order();
		}
		return (buffer instanceof DoubleBuffer doubles) ? doubles.order() : ByteOrder.nativeOrder();
	}

	/** A buffer of a closed arena still has an address. */
	private static long address(Buffer buffer) {
		try {
			if (buffer instanceof ByteBuffer bytes && bytes.hasRemaining()) {
				bytes.get(bytes.position());
			}
			return LentMemory.address(buffer);
		}
		catch (RuntimeException ex) {
			throw new MarshallingException("can not be read (" + ex.getMessage() + ")");
		}
	}

}
