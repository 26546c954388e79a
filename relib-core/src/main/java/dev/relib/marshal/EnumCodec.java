// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import dev.relib.contract.EnumType;
import dev.relib.link.MachineType;
import org.jspecify.annotations.Nullable;

/**
 * A constant of an enum, which crosses as its ordinal.
 */
final class EnumCodec extends DirectCodec {

	private final EnumType type;

	private final Class<?> javaType;

	private final Object[] constants;

	EnumCodec(EnumType type, Class<?> javaType) {
		super(MachineType.INT);
		this.type = type;
		this.javaType = javaType;
		this.constants = javaType.getEnumConstants();
	}

	@Override
	Integer prepare(@Nullable Object value, SizeCounter space) {
		return ((Enum<?>) require(this.javaType, value)).ordinal();
	}

	@Override
	Object toJava(Object machineValue) {
		int ordinal = (Integer) machineValue;
		if (ordinal < 0 || ordinal >= this.constants.length) {
			throw new MarshallingException("is " + ordinal + ", which is no constant of " + this.type.name() + " (0 to "
					+ (this.constants.length - 1) + ")");
		}
		return this.constants[ordinal];
	}

}
