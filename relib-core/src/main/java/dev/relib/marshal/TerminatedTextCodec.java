package dev.relib.marshal;

import java.util.Arrays;

import dev.relib.link.MachineType;
import dev.relib.os.CHeap;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * Text as C has it: a pointer to UTF-8 that ends with NUL.
 */
final class TerminatedTextCodec implements ArgumentCodec {

	@Override
	public MachineType machineType() {
		return MachineType.LONG;
	}

	@Override
	public long pass(@Nullable Object value, Object[] values, int at) {
		byte[] text = encode(ValueCodec.require(String.class, value));
		long block = CHeap.allocate(text.length);
		LentMemory.write(block, text);
		values[at] = block;
		return block;
	}

	private static byte[] encode(String text) {
		if (text.indexOf('\0') >= 0) {
			throw new MarshallingException("holds the character NUL, which ends text in C");
		}
		byte[] bytes = Utf8.encode(text);
		return Arrays.copyOf(bytes, bytes.length + 1);
	}

	/**
	 * Reads text that stays its library's.
	 * @throws MarshallingException if it is null, or its bytes are not UTF-8
	 */
	static String read(long address) {
		if (address == 0) {
			throw new MarshallingException("is a null pointer");
		}
		return Utf8.decode(LentMemory.terminated(address));
	}

}
