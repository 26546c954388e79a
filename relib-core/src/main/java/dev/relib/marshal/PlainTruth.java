// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.reflect.AnnotatedElement;
import java.nio.ByteBuffer;

import dev.relib.RelibInt;
import dev.relib.link.MachineType;
import org.jspecify.annotations.Nullable;

/**
 * A truth value: a {@code bool} of one byte, or an {@code int}. What is not 0 is true.
 *
 * @param number the number that it is in C
 */
record PlainTruth(PlainNumber number) implements PlainArgument, PlainMember {

	PlainTruth(MachineType type) {
		this(new PlainNumber(type));
	}

	/** Reads a parameter, component or method that has the type {@code boolean}. */
	static PlainTruth of(AnnotatedElement element) {
		return new PlainTruth(element.isAnnotationPresent(RelibInt.class) ? MachineType.INT : MachineType.BYTE);
	}

	@Override
	public MachineType type() {
		return this.number.type();
	}

	@Override
	public Object pass(@Nullable Object value, Loan loan) {
		return machineValue(value);
	}

	Object machineValue(@Nullable Object value) {
		int truth = ValueCodec.require(Boolean.class, value) ? 1 : 0;
		if (type() == MachineType.INT) {
			return truth;
		}
		return (byte) truth;
	}

	@Override
	public void write(@Nullable Object value, ByteBuffer memory, int at, Loan loan) {
		this.number.write(ValueCodec.require(Boolean.class, value) ? 1 : 0, memory, at, loan);
	}

	@Override
	public Boolean read(ByteBuffer memory, int at) {
		return isTrue(this.number.read(memory, at));
	}

	static boolean isTrue(Object machineValue) {
		return ((Number) machineValue).intValue() != 0;
	}

}
