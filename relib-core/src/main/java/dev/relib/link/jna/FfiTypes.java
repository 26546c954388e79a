// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jna;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.jna.Native;
import dev.relib.link.FunctionShape;
import dev.relib.link.MachineType;
import dev.relib.link.PassedType;
import dev.relib.link.StructType;
import dev.relib.os.CHeap;
import dev.relib.os.LentMemory;

/**
 * Describes shapes to libffi. Descriptions are kept until the process ends: there is one
 * for each shape, however many functions have it.
 */
final class FfiTypes {

	/** The size of {@code ffi_type}: size, alignment, kind and members. */
	private static final int SIZE = 24;

	private static final int VOID = 1;

	private static final int STRUCT = 13;

	private static final Map<FunctionShape, Long> SHAPES = new ConcurrentHashMap<>();

	private static final Map<PassedType, Long> TYPES = new ConcurrentHashMap<>();

	private FfiTypes() {
	}

	/**
	 * Describes functions of a shape.
	 * @return the address of an {@code ffi_cif}
	 */
	static long describe(FunctionShape shape) {
		return SHAPES.computeIfAbsent(shape, (unknown) -> Native.ffi_prep_cif(0, shape.parameters().size(),
				type(shape.returns()), types(shape.parameters())));
	}

	private static long types(List<PassedType> types) {
		long array = CHeap.allocateZeros((types.size() + 1L) * Long.BYTES);
		ByteBuffer memory = LentMemory.view(array, (types.size() + 1) * Long.BYTES);
		types.forEach((type) -> memory.putLong(type(type)));
		return array;
	}

	private static long type(PassedType type) {
		Long known = TYPES.get(type);
		if (known != null) {
			return known;
		}
		long described = CHeap.allocateZeros(SIZE);
		LentMemory.view(described, SIZE)
			.putLong(0, (type == MachineType.VOID) ? VOID : type.size())
			.putShort(8, (short) type.alignment())
			.putShort(10, (short) kind(type))
			.putLong(16, members(type));
		Long other = TYPES.putIfAbsent(type, described);
		return (other != null) ? other : described;
	}

	private static long members(PassedType type) {
		if (type == MachineType.SLICE) {
			return types(List.of(MachineType.LONG, MachineType.LONG));
		}
		return (type instanceof StructType struct) ? types(struct.members()) : 0;
	}

	private static int kind(PassedType type) {
		if (!(type instanceof MachineType machine)) {
			return STRUCT;
		}
		return switch (machine) {
			case VOID -> 0;
			case BYTE -> 6;
			case SHORT -> 8;
			case INT -> 10;
			case LONG -> 12;
			case FLOAT -> 2;
			case DOUBLE -> 3;
			case SLICE -> STRUCT;
		};
	}

}
