// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.nio.ByteBuffer;
import java.util.Optional;

import dev.relib.link.PassedType;
import org.jspecify.annotations.Nullable;

/**
 * A pointer that may be NULL.
 *
 * @param pointer what it points to where it is not
 * @param optional whether NULL is an empty optional; otherwise it is {@code null}
 */
record PlainPointer(PlainArgument pointer, boolean optional) implements PlainArgument, PlainMember {

	private static final Long NULL = 0L;

	@Override
	public PassedType type() {
		return this.pointer.type();
	}

	@Override
	public Object pass(@Nullable Object value, Loan loan) {
		Optional<?> given = this.optional ? ValueCodec.require(Optional.class, value) : Optional.ofNullable(value);
		Object present = given.orElse(null);
		return (present != null) ? this.pointer.pass(present, loan) : NULL;
	}

	@Override
	public void write(@Nullable Object value, ByteBuffer memory, int at, Loan loan) {
		memory.putLong(at, (Long) pass(value, loan));
	}

	@Override
	public @Nullable Object read(ByteBuffer memory, int at) {
		Object found = (memory.getLong(at) != 0) ? ((PlainMember) this.pointer).read(memory, at) : null;
		return this.optional ? Optional.ofNullable(found) : found;
	}

}
