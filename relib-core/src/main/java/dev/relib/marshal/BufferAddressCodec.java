// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.nio.ByteBuffer;

import dev.relib.link.MachineType;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * A direct buffer that crosses as a pointer to its position. The function writes into the
 * buffer itself, so that a copy of one on the heap would not do.
 */
final class BufferAddressCodec implements ArgumentCodec {

	@Override
	public MachineType machineType() {
		return MachineType.LONG;
	}

	@Override
	public long pass(@Nullable Object value, Object[] values, int at) {
		ByteBuffer buffer = ValueCodec.require(ByteBuffer.class, value);
		if (!buffer.isDirect()) {
			throw new MarshallingException("is a buffer on the heap; use ByteBuffer.allocateDirect");
		}
		values[at] = LentMemory.address(buffer);
		return 0;
	}

}
