// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import dev.relib.link.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A record that is passed as a structure by value, not as a pointer.
 */
final class StructureCodec implements ArgumentCodec {

	private final RecordCodec codec;

	private final StructType type;

	StructureCodec(RecordCodec codec) {
		this.codec = codec;
		this.type = codec.structure();
	}

	@Override
	public StructType machineType() {
		return this.type;
	}

	@Override
	public long pass(@Nullable Object value, Object[] values, int at) {
		long block = this.codec.toBlock(value);
		values[at] = block;
		return block;
	}

}
