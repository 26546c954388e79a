// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.nio.ByteBuffer;

import dev.relib.link.MachineType;
import org.jspecify.annotations.Nullable;

/**
 * A number, which is the same in Java and in C.
 *
 * @param type its type
 */
record PlainNumber(MachineType type) implements PlainArgument, PlainMember {

	@Override
	public Object pass(@Nullable Object value, Loan loan) {
		return ValueCodec.require(Object.class, value);
	}

	@Override
	public void write(@Nullable Object value, ByteBuffer memory, int at, Loan loan) {
		Number number = ValueCodec.require(Number.class, value);
		switch (this.type) {
			case BYTE -> memory.put(at, number.byteValue());
			case SHORT -> memory.putShort(at, number.shortValue());
			case INT -> memory.putInt(at, number.intValue());
			case LONG -> memory.putLong(at, number.longValue());
			case FLOAT -> memory.putFloat(at, number.floatValue());
			default -> memory.putDouble(at, number.doubleValue());
		}
	}

	@Override
	public Object read(ByteBuffer memory, int at) {
		return switch (this.type) {
			case BYTE -> memory.get(at);
			case SHORT -> memory.getShort(at);
			case INT -> memory.getInt(at);
			case LONG -> memory.getLong(at);
			case FLOAT -> memory.getFloat(at);
			default -> memory.getDouble(at);
		};
	}

	/**
	 * A number that is passed as {@code ...}, where C has no {@code float} and nothing
	 * shorter than {@code int}.
	 */
	PlainArgument promoted() {
		return switch (this.type) {
			case FLOAT -> new Promoted(MachineType.DOUBLE);
			case BYTE, SHORT -> new Promoted(MachineType.INT);
			default -> this;
		};
	}

	private record Promoted(MachineType type) implements PlainArgument {

		@Override
		public Object pass(@Nullable Object value, Loan loan) {
			Number number = ValueCodec.require(Number.class, value);
			if (this.type == MachineType.DOUBLE) {
				return number.doubleValue();
			}
			return number.intValue();
		}

	}

}
