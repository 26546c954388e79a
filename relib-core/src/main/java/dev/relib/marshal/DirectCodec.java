// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.nio.ByteBuffer;

import dev.relib.link.MachineType;
import org.jspecify.annotations.Nullable;

/**
 * Values that are machine values themselves: they cross in no memory, and a prepared one
 * is the box that the linker takes.
 */
abstract class DirectCodec extends ValueCodec {

	private final MachineType type;

	DirectCodec(MachineType type) {
		this.type = type;
	}

	/**
	 * Makes a Java value of the machine's.
	 * @throws MarshallingException if it is none of the type
	 */
	abstract Object toJava(Object machineValue);

	@Override
	public final MachineType machineType() {
		return this.type;
	}

	@Override
	final int size() {
		return this.type.size();
	}

	@Override
	final int alignment() {
		return this.type.size();
	}

	@Override
	final void write(Object prepared, NativeBlock block, int at) {
		ByteBuffer memory = block.memory();
		switch (this.type) {
			case BYTE -> memory.put(at, (Byte) prepared);
			case SHORT -> memory.putShort(at, (Short) prepared);
			case INT -> memory.putInt(at, (Integer) prepared);
			case LONG -> memory.putLong(at, (Long) prepared);
			case FLOAT -> memory.putFloat(at, (Float) prepared);
			case DOUBLE -> memory.putDouble(at, (Double) prepared);
			default -> throw new IllegalStateException(this.type.toString());
		}
	}

	@Override
	final Object read(ByteBuffer memory, int at) {
		return toJava(switch (this.type) {
			case BYTE -> memory.get(at);
			case SHORT -> memory.getShort(at);
			case INT -> memory.getInt(at);
			case LONG -> memory.getLong(at);
			case FLOAT -> memory.getFloat(at);
			case DOUBLE -> memory.getDouble(at);
			default -> throw new IllegalStateException(this.type.toString());
		});
	}

	@Override
	public final long pass(@Nullable Object value, Object[] values, int at) {
		values[at] = prepare(value, SizeCounter.NONE);
		return 0;
	}

	@Override
	final Object receive(Object[] values, int at) {
		return toJava(values[at]);
	}

	@Override
	final MachineType returnedType() {
		return this.type;
	}

	@Override
	final Object fromReturned(Object machineValue) {
		return toJava(machineValue);
	}

	@Override
	final Object toReturned(@Nullable Object value) {
		return prepare(value, SizeCounter.NONE);
	}

	@Override
	final @Nullable Object emptyReturned() {
		return this.type.zero();
	}

}
