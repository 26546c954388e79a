// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.Collections;

import dev.relib.link.StructType;
import org.jspecify.annotations.Nullable;

/**
 * An array that stands inside a structure.
 */
final class PlainMembers implements PlainMember {

	private final Class<?> array;

	private final PlainMember element;

	private final int length;

	private final StructType type;

	PlainMembers(Class<?> array, PlainMember element, int length) {
		this.array = array;
		this.element = element;
		this.length = length;
		this.type = new StructType(Collections.nCopies(length, element.type()));
	}

	@Override
	public StructType type() {
		return this.type;
	}

	@Override
	public void write(@Nullable Object value, ByteBuffer memory, int at, Loan loan) {
		Object elements = ValueCodec.require(this.array, value);
		if (Array.getLength(elements) != this.length) {
			throw new MarshallingException(
					"has " + Array.getLength(elements) + " elements; the structure has " + this.length);
		}
		for (int i = 0; i < this.length; i++) {
			try {
				this.element.write(Array.get(elements, i), memory, at + i * this.element.type().size(), loan);
			}
			catch (MarshallingException ex) {
				throw ex.in("[" + i + "]");
			}
		}
	}

	@Override
	public Object read(ByteBuffer memory, int at) {
		Object elements = Array.newInstance(this.array.getComponentType(), this.length);
		for (int i = 0; i < this.length; i++) {
			Array.set(elements, i, this.element.read(memory, at + i * this.element.type().size()));
		}
		return elements;
	}

}
