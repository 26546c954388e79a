// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

import dev.relib.contract.RecordType.Component;
import dev.relib.contract.RecordType;
import dev.relib.link.MachineType;
import dev.relib.link.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A record, laid out like a structure of C.
 */
final class RecordCodec extends ValueCodec {

	private final JavaRecord javaRecord;

	private final List<Component> components;

	private final ValueCodec[] codecs;

	private final int[] offsets;

	private final int size;

	private final int alignment;

	RecordCodec(RecordType type, JavaRecord javaRecord) {
		this.javaRecord = javaRecord;
		this.components = type.components();
		this.codecs = new ValueCodec[this.components.size()];
		this.offsets = new int[this.codecs.length];
		int end = 0;
		int widest = 1;
		for (int i = 0; i < this.codecs.length; i++) {
			this.codecs[i] = ValueCodecs.of(this.components.get(i).type(), javaRecord.type(i));
			this.offsets[i] = align(end, this.codecs[i].alignment());
			end = this.offsets[i] + this.codecs[i].size();
			widest = Math.max(widest, this.codecs[i].alignment());
		}
		this.alignment = widest;
		this.size = align(end, widest);
	}

	private static int align(int offset, int alignment) {
		return (offset + alignment - 1) & -alignment;
	}

	@Override
	int size() {
		return this.size;
	}

	@Override
	int alignment() {
		return this.alignment;
	}

	@Override
	Object[] prepare(@Nullable Object value, SizeCounter space) {
		Object present = require(this.javaRecord.type(), value);
		Object[] prepared = new Object[this.codecs.length];
		for (int i = 0; i < prepared.length; i++) {
			try {
				prepared[i] = this.codecs[i].prepare(this.javaRecord.component(present, i), space);
			}
			catch (MarshallingException ex) {
				throw in(i, ex);
			}
		}
		return prepared;
	}

	@Override
	void write(Object prepared, NativeBlock block, int at) {
		block.memory();
		Object[] values = (Object[]) prepared;
		for (int i = 0; i < values.length; i++) {
			this.codecs[i].write(values[i], block, at + this.offsets[i]);
		}
	}

	@Override
	Object read(ByteBuffer memory, int at) {
		Object[] values = new Object[this.codecs.length];
		for (int i = 0; i < values.length; i++) {
			try {
				values[i] = this.codecs[i].read(memory, at + this.offsets[i]);
			}
			catch (MarshallingException ex) {
				throw in(i, ex);
			}
		}
		return this.javaRecord.create(values);
	}

	/** The structure that it is to the machine where it crosses by value. */
	StructType structure() {
		return new StructType(Arrays.stream(this.codecs)
			.map((codec) -> (codec instanceof RecordCodec inner) ? inner.structure() : codec.machineType())
			.toList());
	}

	@Override
	public MachineType machineType() {
		return MachineType.LONG;
	}

	@Override
	public long pass(@Nullable Object value, Object[] values, int at) {
		long block = toBlock(value);
		values[at] = block;
		return block;
	}

	@Override
	Object receive(Object[] values, int at) {
		return readPointer((Long) values[at]);
	}

	private MarshallingException in(int component, MarshallingException refusal) {
		return refusal.in("." + this.components.get(component).name());
	}

}
