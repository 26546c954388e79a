// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.nio.ByteBuffer;
import java.util.List;

import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * A list of texts or records, whose elements stand side by side.
 */
final class ListCodec extends SequenceCodec {

	private final ValueCodec element;

	ListCodec(ValueCodec element) {
		this.element = element;
	}

	@Override
	int elementSize() {
		return this.element.size();
	}

	@Override
	int length(Object prepared) {
		return ((Object[]) prepared).length;
	}

	/** A copy, since the list may change. */
	@Override
	Object[] take(@Nullable Object value) {
		List<?> elements = require(List.class, value);
		return elements.toArray(new Object[0]);
	}

	@Override
	Object[] prepareElements(Object taken, SizeCounter space) {
		Object[] elements = (Object[]) taken;
		for (int i = 0; i < elements.length; i++) {
			try {
				elements[i] = this.element.prepare(elements[i], space);
			}
			catch (MarshallingException ex) {
				throw ex.in("[" + i + "]");
			}
		}
		return elements;
	}

	@Override
	void writeElements(Object prepared, NativeBlock block, int at) {
		block.memory();
		int next = at;
		for (Object element : (Object[]) prepared) {
			this.element.write(element, block, next);
			next += elementSize();
		}
	}

	@Override
	List<Object> readElements(long address, int length) {
		Object[] elements = new Object[length];
		int most = Integer.MAX_VALUE / elementSize();
		for (long begin = 0; begin < length; begin += most) {
			int count = (int) Math.min(most, length - begin);
			ByteBuffer memory = LentMemory.view(address + begin * elementSize(), count * elementSize());
			for (int i = 0; i < count; i++) {
				int index = (int) begin + i;
				elements[index] = read(memory, i * elementSize(), index);
			}
		}
		return List.of(elements);
	}

	private Object read(ByteBuffer memory, int at, int index) {
		try {
			return this.element.read(memory, at);
		}
		catch (MarshallingException ex) {
			throw ex.in("[" + index + "]");
		}
	}

}
