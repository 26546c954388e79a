package dev.relib.marshal;

import java.nio.ByteBuffer;
import java.util.Arrays;

import dev.relib.link.MachineType;
import dev.relib.os.CHeap;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * Text as C has it: a pointer to UTF-8 that ends with NUL.
 */
final class TerminatedTextCodec implements ArgumentCodec {

	/** No page is smaller. Up to the end of a page, all of it is readable. */
	private static final int PAGE_SIZE = 4096;

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
	 * @throws MarshallingException if it is a null pointer, or its bytes are not UTF-8
	 */
	static String read(long address) {
		if (address == 0) {
			throw new MarshallingException("is a null pointer");
		}
		byte[] bytes = new byte[length(address)];
		LentMemory.read(address, bytes);
		return Utf8.decode(bytes);
	}

	private static int length(long address) {
		long end = address;
		while (true) {
			ByteBuffer page = LentMemory.view(end, PAGE_SIZE - (int) (end % PAGE_SIZE));
			while (page.hasRemaining()) {
				if (page.get() == 0) {
					return Math.toIntExact(end - address);
				}
				end++;
			}
		}
	}

}
