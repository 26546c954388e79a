// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import dev.relib.link.MachineType;
import org.jspecify.annotations.Nullable;

/**
 * A boolean, which crosses as a byte: 0 or 1, where any other value reads as true.
 */
final class BooleanCodec extends DirectCodec {

	private static final Byte FALSE = 0;

	private static final Byte TRUE = 1;

	BooleanCodec() {
		super(MachineType.BYTE);
	}

	@Override
	Byte prepare(@Nullable Object value, SizeCounter space) {
		return require(Boolean.class, value) ? TRUE : FALSE;
	}

	@Override
	Boolean toJava(Object machineValue) {
		return (Byte) machineValue != 0;
	}

}
