package dev.relib.marshal;

import java.nio.ByteBuffer;

import dev.relib.contract.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * A constant of an enum, which crosses as its ordinal.
 */
final class EnumCodec extends ValueCodec {

	private final EnumType type;

	private final Class<?> javaType;

	private final Object[] constants;

	EnumCodec(EnumType type, Class<?> javaType) {
		this.type = type;
		this.javaType = javaType;
		this.constants = javaType.getEnumConstants();
	}

	@Override
	int size() {
		return Integer.BYTES;
	}

	@Override
	int alignment() {
		return Integer.BYTES;
	}

	@Override
	Integer prepare(@Nullable Object value, SizeCounter space) {
		return ((Enum<?>) require(this.javaType, value)).ordinal();
	}

	@Override
	void write(Object prepared, NativeBlock block, int at) {
		block.memory().putInt(at, (Integer) prepared);
	}

	@Override
	Object read(ByteBuffer memory, int at) {
		return constant(memory.getInt(at));
	}

	Object constant(int ordinal) {
		if (ordinal < 0 || ordinal >= this.constants.length) {
			throw new MarshallingException("is " + ordinal + ", which is no constant of " + this.type.name() + " (0 to "
					+ (this.constants.length - 1) + ")");
		}
		return this.constants[ordinal];
	}

}
