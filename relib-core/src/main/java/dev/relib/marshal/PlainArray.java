// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import dev.relib.link.MachineType;
import org.jspecify.annotations.Nullable;

/**
 * An array of numbers, which crosses as a pointer to its elements.
 *
 * @param array the class of the array
 * @param constant whether the function only reads it
 */
record PlainArray(Class<?> array, boolean constant) implements PlainArgument {

	@Override
	public MachineType type() {
		return MachineType.LONG;
	}

	@Override
	public Long pass(@Nullable Object value, Loan loan) {
		Object elements = ValueCodec.require(this.array, value);
		return loan.lend(elements, this.constant, () -> new LentNumbers(elements));
	}

}
