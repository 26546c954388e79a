// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import dev.relib.link.MachineType;
import org.jspecify.annotations.Nullable;

/**
 * A functional interface, which crosses as a pointer to a function.
 *
 * @param values how its values cross
 * @param interfaceType the interface
 * @param name what messages call it
 * @param kept whether the library may call it until it is closed
 */
record PlainCallback(CallbackType values, Class<?> interfaceType, String name, boolean kept) implements PlainArgument {

	@Override
	public MachineType type() {
		return MachineType.LONG;
	}

	@Override
	public Long pass(@Nullable Object value, Loan loan) {
		Object target = ValueCodec.require(this.interfaceType, value);
		return this.kept ? loan.library().keep(this.values, this.name, target)
				: loan.lend(loan.library().begin(new Callback(this.values, this.name, target, loan::fail)));
	}

}
