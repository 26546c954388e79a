// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import dev.relib.link.PassedType;
import org.jspecify.annotations.Nullable;

/**
 * How arguments of one type go to a function that knows nothing of this host. Each is one
 * machine value.
 */
interface PlainArgument {

	/** How the machine passes an argument. */
	PassedType type();

	/**
	 * Turns an argument into a machine value.
	 * @param value the Java value, to be kept reachable during the call
	 * @param loan the call, which keeps what the value points to
	 * @return a box of the type's Java type
	 * @throws MarshallingException if the value can not cross
	 */
	Object pass(@Nullable Object value, Loan loan);

}
