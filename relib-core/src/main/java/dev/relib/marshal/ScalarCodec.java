package dev.relib.marshal;

import java.nio.ByteBuffer;

import dev.relib.contract.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * A value that stands for itself.
 */
final class ScalarCodec extends ValueCodec {

	private final Scalar type;

	ScalarCodec(Scalar type) {
		this.type = type;
	}

	static int size(Scalar type) {
		return switch (type) {
			case UNIT -> 0;
			case BOOL, I8 -> 1;
			case I16 -> 2;
			case I32, F32 -> 4;
			case I64, F64 -> 8;
		};
	}

	@Override
	int size() {
		return size(this.type);
	}

	@Override
	int alignment() {
		return size();
	}

	@Override
	Object prepare(@Nullable Object value, SizeCounter space) {
		return require(Object.class, value);
	}

	@Override
	void write(Object prepared, NativeBlock block, int at) {
		ByteBuffer memory = block.memory();
		switch (this.type) {
			case BOOL -> memory.put(at, (byte) ((Boolean) prepared ? 1 : 0));
			case I8 -> memory.put(at, (Byte) prepared);
			case I16 -> memory.putShort(at, (Short) prepared);
			case I32 -> memory.putInt(at, (Integer) prepared);
			case I64 -> memory.putLong(at, (Long) prepared);
			case F32 -> memory.putFloat(at, (Float) prepared);
			case F64 -> memory.putDouble(at, (Double) prepared);
			default -> throw new IllegalStateException(this.type.text());
		}
	}

	@Override
	Object read(ByteBuffer memory, int at) {
		return switch (this.type) {
			case BOOL -> memory.get(at) != 0;
			case I8 -> memory.get(at);
			case I16 -> memory.getShort(at);
			case I32 -> memory.getInt(at);
			case I64 -> memory.getLong(at);
			case F32 -> memory.getFloat(at);
			case F64 -> memory.getDouble(at);
			case UNIT -> throw new IllegalStateException(this.type.text());
		};
	}

}
