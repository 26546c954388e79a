// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import dev.relib.link.MachineType;
import org.jspecify.annotations.Nullable;

/**
 * An array of structures or texts, which crosses as a pointer to them.
 *
 * @param array the class of the array
 * @param member how an element stands in memory
 * @param constant whether the function only reads it
 */
record PlainValues(Class<?> array, PlainMember member, boolean constant) implements PlainArgument {

	@Override
	public MachineType type() {
		return MachineType.LONG;
	}

	@Override
	public Long pass(@Nullable Object value, Loan loan) {
		Object[] elements = (Object[]) ValueCodec.require(this.array, value);
		return loan.lend(elements, this.constant, () -> new LentValues(elements, this.member, loan));
	}

}
