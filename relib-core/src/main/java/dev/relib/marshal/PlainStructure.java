// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.nio.ByteBuffer;
import java.util.List;

import dev.relib.link.MachineType;
import dev.relib.link.PassedType;
import dev.relib.link.StructType;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * A record as a structure of C, with its layout.
 */
final class PlainStructure implements PlainMember {

	private final JavaRecord javaRecord;

	private final List<String> names;

	private final PlainMember[] members;

	private final StructType type;

	private final int[] offsets;

	/**
	 * Describes a structure.
	 * @param javaRecord the record
	 * @param names the names of its components
	 * @param members how each of them stands in memory
	 */
	PlainStructure(JavaRecord javaRecord, List<String> names, List<PlainMember> members) {
		this.javaRecord = javaRecord;
		this.names = names;
		this.members = members.toArray(PlainMember[]::new);
		this.type = new StructType(members.stream().map(PlainMember::type).toList());
		this.offsets = new int[this.members.length];
		for (int i = 0; i < this.offsets.length; i++) {
			this.offsets[i] = this.type.offset(i);
		}
	}

	@Override
	public StructType type() {
		return this.type;
	}

	@Override
	public void write(@Nullable Object value, ByteBuffer memory, int at, Loan loan) {
		Object present = ValueCodec.require(this.javaRecord.type(), value);
		for (int i = 0; i < this.members.length; i++) {
			try {
				this.members[i].write(this.javaRecord.component(present, i), memory, at + this.offsets[i], loan);
			}
			catch (MarshallingException ex) {
				throw ex.in("." + this.names.get(i));
			}
		}
	}

	@Override
	public Object read(ByteBuffer memory, int at) {
		Object[] values = new Object[this.members.length];
		for (int i = 0; i < values.length; i++) {
			try {
				values[i] = this.members[i].read(memory, at + this.offsets[i]);
			}
			catch (MarshallingException ex) {
				throw ex.in("." + this.names.get(i));
			}
		}
		return this.javaRecord.create(values);
	}

	/**
	 * Reads a structure that stays its library's.
	 * @throws MarshallingException if it is a null pointer, or holds what is no value
	 */
	Object readAt(long address) {
		if (address == 0) {
			throw new MarshallingException("is a null pointer; make it Optional where there may be none");
		}
		return read(LentMemory.view(address, this.type.size()), 0);
	}

	/** An argument that is a pointer to the structure. */
	PlainArgument pointer() {
		return new Argument(MachineType.LONG);
	}

	/** An argument that is the structure. */
	PlainArgument value() {
		return new Argument(this.type);
	}

	private final class Argument implements PlainArgument {

		private final PassedType passed;

		Argument(PassedType passed) {
			this.passed = passed;
		}

		@Override
		public PassedType type() {
			return this.passed;
		}

		@Override
		public Object pass(@Nullable Object value, Loan loan) {
			int size = PlainStructure.this.type.size();
			long block = loan.allocateZeros(size);
			write(value, LentMemory.view(block, size), 0, loan);
			return block;
		}

	}

}
