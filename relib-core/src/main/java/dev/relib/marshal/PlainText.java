// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.nio.ByteBuffer;
import java.util.Arrays;

import dev.relib.link.MachineType;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * Text as C has it: a pointer to UTF-8 that ends with NUL.
 */
final class PlainText implements PlainArgument, PlainMember {

	@Override
	public MachineType type() {
		return MachineType.LONG;
	}

	@Override
	public Long pass(@Nullable Object value, Loan loan) {
		byte[] text = encode(value);
		long block = loan.allocate(text.length);
		LentMemory.write(block, text);
		return block;
	}

	@Override
	public void write(@Nullable Object value, ByteBuffer memory, int at, Loan loan) {
		memory.putLong(at, pass(value, loan));
	}

	@Override
	public String read(ByteBuffer memory, int at) {
		return TerminatedText.read(memory.getLong(at));
	}

	/** Encodes text, with the NUL behind it. */
	static byte[] encode(@Nullable Object value) {
		String text = ValueCodec.require(String.class, value);
		if (text.indexOf('\0') >= 0) {
			throw new MarshallingException("holds the character NUL, which ends text in C");
		}
		byte[] bytes = Utf8.encode(text);
		return Arrays.copyOf(bytes, bytes.length + 1);
	}

}
