// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;

import dev.relib.link.MachineType;
import dev.relib.link.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Text that stands inside a structure, in an array of bytes. It ends with NUL, or with
 * the array.
 */
final class PlainCharacters implements PlainMember {

	private final int length;

	private final StructType type;

	PlainCharacters(int length) {
		this.length = length;
		this.type = new StructType(Collections.nCopies(length, MachineType.BYTE));
	}

	@Override
	public StructType type() {
		return this.type;
	}

	@Override
	public void write(@Nullable Object value, ByteBuffer memory, int at, Loan loan) {
		byte[] text = PlainText.encode(value);
		if (text.length > this.length) {
			throw new MarshallingException(
					"takes " + text.length + " bytes with its NUL; the structure has room for " + this.length);
		}
		memory.put(at, text);
	}

	@Override
	public String read(ByteBuffer memory, int at) {
		byte[] text = new byte[this.length];
		memory.get(at, text);
		int end = 0;
		while (end < text.length && text[end] != 0) {
			end++;
		}
		return Utf8.decode(Arrays.copyOf(text, end));
	}

}
