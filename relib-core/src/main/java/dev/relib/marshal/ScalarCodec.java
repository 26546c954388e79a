// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import dev.relib.contract.Scalar;
import dev.relib.link.MachineType;
import org.jspecify.annotations.Nullable;

/**
 * A number, which is the same in Java and to the machine.
 */
final class ScalarCodec extends DirectCodec {

	ScalarCodec(Scalar type) {
		super(machineType(type));
	}

	static MachineType machineType(Scalar type) {
		return switch (type) {
			case UNIT -> MachineType.VOID;
			case BOOL, I8 -> MachineType.BYTE;
			case I16 -> MachineType.SHORT;
			case I32, CHAR -> MachineType.INT;
			case I64 -> MachineType.LONG;
			case F32 -> MachineType.FLOAT;
			case F64 -> MachineType.DOUBLE;
			case I128, U128 -> throw new IllegalArgumentException(type.text());
		};
	}

	@Override
	Object prepare(@Nullable Object value, SizeCounter space) {
		return require(Object.class, value);
	}

	@Override
	Object toJava(Object machineValue) {
		return machineValue;
	}

}
