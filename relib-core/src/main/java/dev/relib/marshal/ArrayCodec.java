// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.reflect.Array;

import dev.relib.contract.Scalar;
import dev.relib.link.MachineType;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * An array of bytes or other numbers.
 */
final class ArrayCodec extends SequenceCodec {

	private final Class<?> component;

	private final Class<?> array;

	private final int elementSize;

	ArrayCodec(Scalar element) {
		MachineType type = ScalarCodec.machineType(element);
		this.component = type.javaType();
		this.array = this.component.arrayType();
		this.elementSize = type.size();
	}

	@Override
	int elementSize() {
		return this.elementSize;
	}

	@Override
	int length(Object prepared) {
		return Array.getLength(prepared);
	}

	@Override
	Object take(@Nullable Object value) {
		return require(this.array, value);
	}

	@Override
	void writeElements(Object prepared, NativeBlock block, int at) {
		block.put(at, prepared);
	}

	@Override
	Object readElements(long address, int length) {
		Object elements = Array.newInstance(this.component, length);
		if (length > 0) {
			LentMemory.read(address, elements);
		}
		return elements;
	}

}
