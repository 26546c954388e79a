// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * UTF-8 text.
 */
final class TextCodec extends SequenceCodec {

	@Override
	int elementSize() {
		return 1;
	}

	@Override
	int length(Object prepared) {
		return ((byte[]) prepared).length;
	}

	@Override
	byte[] take(@Nullable Object value) {
		return Utf8.encode(require(String.class, value));
	}

	@Override
	void writeElements(Object prepared, NativeBlock block, int at) {
		block.put(at, prepared);
	}

	@Override
	String readElements(long address, int length) {
		if (length == 0) {
			return "";
		}
		byte[] bytes = new byte[length];
		LentMemory.read(address, bytes);
		return Utf8.decode(bytes);
	}

}
