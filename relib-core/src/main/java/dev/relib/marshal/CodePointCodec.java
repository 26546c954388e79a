// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import dev.relib.link.MachineType;
import org.jspecify.annotations.Nullable;

/**
 * A code point of Unicode, which Rust takes for one without a look.
 */
final class CodePointCodec extends DirectCodec {

	CodePointCodec() {
		super(MachineType.INT);
	}

	@Override
	Object prepare(@Nullable Object value, SizeCounter space) {
		return check(require(Integer.class, value));
	}

	@Override
	Object toJava(Object machineValue) {
		return check((Integer) machineValue);
	}

	private static Integer check(Integer codePoint) {
		boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
		if (surrogate || !Character.isValidCodePoint(codePoint)) {
			throw new MarshallingException(
					"is 0x" + Integer.toHexString(codePoint) + ", which is no code point that a text can have");
		}
		return codePoint;
	}

}
