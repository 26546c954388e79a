package dev.relib.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * The library's memory as it will be once the loader has added the load address to its
 * pointers.
 */
final class ElfMemory {

	private static final long DT_RELA = 7;

	private static final long DT_RELASZ = 8;

	private static final int RELA_SIZE = 24;

	private static final int R_X86_64_RELATIVE = 8;

	private static final int R_AARCH64_RELATIVE = 1027;

	private final LongFunction<ByteBuffer> slices;

	private final Map<Long, Long> pointers = new HashMap<>();

	ElfMemory(LongFunction<ByteBuffer> slices, Map<Long, Long> dynamic) {
		this.slices = slices;
		Long table = dynamic.get(DT_RELA);
		if (table != null) {
			readRelocations(slices.apply(table), dynamic.getOrDefault(DT_RELASZ, 0L));
		}
	}

	private void readRelocations(ByteBuffer relocations, long size) {
		for (long at = 0; at + RELA_SIZE <= size; at += RELA_SIZE) {
			int entry = Math.toIntExact(at);
			int type = relocations.getInt(entry + 8);
			if (type == R_X86_64_RELATIVE || type == R_AARCH64_RELATIVE) {
				this.pointers.put(relocations.getLong(entry), relocations.getLong(entry + 16));
			}
		}
	}

	int getInt(long address) {
		return this.slices.apply(address).getInt(0);
	}

	/**
	 * Where a pointer points. Without an entry in the relocation table (DT_RELR) the
	 * address stands in place.
	 */
	long getPointer(long address) {
		Long target = this.pointers.get(address);
		return (target != null) ? target : this.slices.apply(address).getLong(0);
	}

	/**
	 * The text behind a slice {@code {ptr, len}}.
	 */
	String getText(long address) {
		long length = this.slices.apply(address + Long.BYTES).getLong(0);
		if (length == 0) {
			return "";
		}
		ByteBuffer content = this.slices.apply(getPointer(address));
		if (length < 0 || length > content.limit()) {
			throw new DamagedImageException("a text of " + length + " bytes goes beyond its segment");
		}
		byte[] text = new byte[(int) length];
		content.get(0, text);
		return new String(text, StandardCharsets.UTF_8);
	}

}
