package dev.relib.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;

/**
 * Reads the dynamic symbol table. Its length stands nowhere but in the hash table over
 * it.
 */
final class ElfSymbols {

	private static final long DT_HASH = 4;

	private static final long DT_STRTAB = 5;

	private static final long DT_SYMTAB = 6;

	private static final long DT_STRSZ = 10;

	private static final long DT_GNU_HASH = 0x6ffffef5L;

	private static final int SYMBOL_SIZE = 24;

	/** Names may overlap in the file, so that its size is no bound for them. */
	private static final long MAX_NAMES = 64 << 20;

	private final LongFunction<ByteBuffer> slices;

	private final Map<Long, Long> dynamic;

	ElfSymbols(LongFunction<ByteBuffer> slices, Map<Long, Long> dynamic) {
		this.slices = slices;
		this.dynamic = dynamic;
	}

	Map<String, ElfSymbol> read() {
		ByteBuffer table = table(DT_SYMTAB);
		ByteBuffer names = table(DT_STRTAB);
		long namesSize = Math.min(names.limit(), this.dynamic.getOrDefault(DT_STRSZ, 0L));
		int count = count();
		long length = 0;
		Map<String, ElfSymbol> symbols = new HashMap<>();
		for (int i = 1; i < count; i++) {
			int at = Math.multiplyExact(i, SYMBOL_SIZE);
			boolean defined = table.getShort(at + 6) != 0;
			String name = defined ? name(names, Integer.toUnsignedLong(table.getInt(at)), namesSize) : null;
			if (name != null) {
				length += name.length();
				if (length > MAX_NAMES) {
					throw new DamagedImageException(
							"the names of its symbols have more than " + MAX_NAMES + " characters");
				}
				symbols.put(name,
						new ElfSymbol(table.getLong(at + 8), table.getLong(at + 16), table.get(at + 4) & 0xf));
			}
		}
		return symbols;
	}

	/**
	 * A name of the table that symbols have theirs from.
	 */
	String name(long offset) {
		ByteBuffer names = table(DT_STRTAB);
		String name = name(names, offset, Math.min(names.limit(), this.dynamic.getOrDefault(DT_STRSZ, 0L)));
		if (name == null) {
			throw new DamagedImageException("a name at offset 0x" + Long.toHexString(offset) + " is in no table");
		}
		return name;
	}

	private static @Nullable String name(ByteBuffer names, long offset, long size) {
		int end = (int) Math.min(offset, size);
		while (end < size && names.get(end) != 0) {
			end++;
		}
		if (offset >= size || end == offset) {
			return null;
		}
		byte[] name = new byte[end - (int) offset];
		names.get((int) offset, name);
		return new String(name, StandardCharsets.UTF_8);
	}

	private int count() {
		if (this.dynamic.containsKey(DT_HASH)) {
			return checked(Integer.toUnsignedLong(table(DT_HASH).getInt(4)));
		}
		return this.dynamic.containsKey(DT_GNU_HASH) ? countByGnuHash(table(DT_GNU_HASH)) : 0;
	}

	private int countByGnuHash(ByteBuffer hash) {
		long buckets = Integer.toUnsignedLong(hash.getInt(0));
		long first = Integer.toUnsignedLong(hash.getInt(4));
		long bloomWords = Integer.toUnsignedLong(hash.getInt(8));
		long bucketsAt = 16 + bloomWords * Long.BYTES;
		long chainsAt = bucketsAt + buckets * Integer.BYTES;
		long last = 0;
		for (long i = 0; i < buckets; i++) {
			last = Math.max(last, Integer.toUnsignedLong(word(hash, bucketsAt + i * Integer.BYTES)));
		}
		if (last < first) {
			return checked(first);
		}
		while ((word(hash, chainsAt + (last - first) * Integer.BYTES) & 1) == 0) {
			last++;
		}
		return checked(last + 1);
	}

	private static int word(ByteBuffer table, long at) {
		return table.getInt(Math.toIntExact(at));
	}

	private static int checked(long count) {
		if (count > Integer.MAX_VALUE / SYMBOL_SIZE) {
			throw new DamagedImageException("a symbol table of " + count + " symbols");
		}
		return (int) count;
	}

	private ByteBuffer table(long tag) {
		Long address = this.dynamic.get(tag);
		if (address == null) {
			throw new DamagedImageException("its dynamic section lacks entry 0x" + Long.toHexString(tag));
		}
		return this.slices.apply(address);
	}

}
