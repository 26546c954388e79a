// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.reflect.Array;

import dev.relib.link.MachineType;
import dev.relib.os.CHeap;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * An array that crosses as a pointer to a copy of its elements, and gets from it whatever
 * the function has written.
 */
final class CopiedArrayCodec implements ArgumentCodec {

	private final MachineType element;

	private final Class<?> array;

	CopiedArrayCodec(MachineType element) {
		this.element = element;
		this.array = element.javaType().arrayType();
	}

	@Override
	public MachineType machineType() {
		return MachineType.LONG;
	}

	@Override
	public long pass(@Nullable Object value, Object[] values, int at) {
		Object elements = ValueCodec.require(this.array, value);
		long block = CHeap.allocate((long) Array.getLength(elements) * this.element.size());
		LentMemory.write(block, elements);
		values[at] = block;
		return block;
	}

	@Override
	public void copyBack(Object value, long block) {
		LentMemory.read(block, value);
	}

}
