// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jna;

import java.nio.ByteBuffer;

import com.sun.jna.Native;
import dev.relib.link.Downcall;
import dev.relib.link.FunctionShape;
import dev.relib.link.MachineType;
import dev.relib.link.PassedType;
import dev.relib.link.StructType;
import dev.relib.os.CHeap;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * Calls through libffi, which comes with JNA, where structures cross by value. JNA's own
 * structures are classes with fields, and take locks.
 */
final class StructDowncall implements Downcall {

	private final FunctionShape shape;

	private final long description;

	StructDowncall(FunctionShape shape) {
		this.shape = shape;
		this.description = FfiTypes.describe(shape);
	}

	/**
	 * Calls with a block that holds the addresses of all arguments, the arguments
	 * themselves, and the return.
	 */
	@Override
	public @Nullable Object call(long address, Object[] values) {
		int count = this.shape.parameters().size();
		boolean returnsStruct = this.shape.returns() instanceof StructType;
		int size = (count + values.length + 1) * Long.BYTES;
		long block = CHeap.allocate(size);
		try {
			ByteBuffer memory = LentMemory.view(block, size);
			int next = returnsStruct ? 1 : 0;
			int at = count * Long.BYTES;
			for (int i = 0; i < count; i++) {
				PassedType type = this.shape.parameters().get(i);
				memory.putLong(i * Long.BYTES, (type instanceof StructType) ? (Long) values[next] : block + at);
				for (int word = 0; word < type.valueCount(); word++) {
					put(memory, at, values[next++]);
					at += Long.BYTES;
				}
			}
			Native.ffi_call(this.description, address, returnsStruct ? (Long) values[0] : block + at, block);
			return returnsStruct ? null : get(this.shape.returns(), memory, at);
		}
		finally {
			CHeap.free(block);
		}
	}

	private static void put(ByteBuffer memory, int at, Object value) {
		if (value instanceof Double number) {
			memory.putDouble(at, number);
		}
		else if (value instanceof Float number) {
			memory.putFloat(at, number);
		}
		else {
			memory.putLong(at, ((Number) value).longValue());
		}
	}

	private static @Nullable Object get(PassedType type, ByteBuffer memory, int at) {
		return switch ((MachineType) type) {
			case VOID -> null;
			case BYTE -> (byte) memory.getLong(at);
			case SHORT -> (short) memory.getLong(at);
			case INT -> (int) memory.getLong(at);
			case LONG, SLICE -> memory.getLong(at);
			case FLOAT -> memory.getFloat(at);
			case DOUBLE -> memory.getDouble(at);
		};
	}

}
