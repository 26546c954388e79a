// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.facade;

import dev.relib.contract.EnumType;
import dev.relib.contract.RecordType;
import dev.relib.contract.Scalar;
import dev.relib.contract.ValueType;

/**
 * Where values lie in native memory, as a C compiler would place them.
 */
final class NativeLayout {

	private static final int WORD = 8;

	private NativeLayout() {
	}

	/** How many bytes a value takes where it stands. */
	static int size(ValueType type) {
		if (type instanceof RecordType composed) {
			int count = composed.components().size();
			return align(end(composed, count), alignment(type));
		}
		return isSmall(type) ? small(type) : 2 * WORD;
	}

	/** Where a component of a record stands. */
	static int offset(RecordType composed, int component) {
		return align(end(composed, component), alignment(composed.components().get(component).type()));
	}

	private static int end(RecordType composed, int component) {
		int end = 0;
		for (RecordType.Component before : composed.components().subList(0, component)) {
			end = align(end, alignment(before.type())) + size(before.type());
		}
		return end;
	}

	private static int alignment(ValueType type) {
		if (type instanceof RecordType composed) {
			return composed.components().stream().mapToInt((part) -> alignment(part.type())).max().orElseThrow();
		}
		return isSmall(type) ? small(type) : WORD;
	}

	private static int align(int offset, int alignment) {
		return (offset + alignment - 1) & -alignment;
	}

	private static boolean isSmall(ValueType type) {
		return type instanceof Scalar || type instanceof EnumType;
	}

	private static int small(ValueType type) {
		if (type instanceof EnumType) {
			return Integer.BYTES;
		}
		return switch ((Scalar) type) {
			case BOOL, I8 -> Byte.BYTES;
			case I16 -> Short.BYTES;
			case I32, F32, CHAR -> Integer.BYTES;
			case I64, F64 -> Long.BYTES;
			case UNIT, I128, U128 -> throw new IllegalArgumentException(type.text());
		};
	}

}
