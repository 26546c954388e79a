// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.nio.ByteBuffer;

import dev.relib.link.PassedType;
import org.jspecify.annotations.Nullable;

/**
 * How values of one type stand in a structure of C.
 */
interface PlainMember {

	/** How much room a value takes. */
	PassedType type();

	/**
	 * Writes a value over zeros.
	 * @param at where in the memory it stands
	 * @param loan the call, which keeps what the value points to
	 * @throws MarshallingException if the value can not cross
	 */
	void write(@Nullable Object value, ByteBuffer memory, int at, Loan loan);

	/**
	 * Reads a value.
	 * @throws MarshallingException if it is none of the type
	 */
	@Nullable Object read(ByteBuffer memory, int at);

}
