package dev.relib.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The names of a library's functions, for people to read. Unlike what the loader needs,
 * they stand behind the section headers, and a stripped library has those of its dynamic
 * symbols only.
 */
public final class FunctionNames {

	private static final Logger logger = LoggerFactory.getLogger(FunctionNames.class);

	private static final int ELF_HEADER_SIZE = 64;

	private static final int SECTION_HEADER_SIZE = 64;

	private static final int SYMBOL_SIZE = 24;

	private static final int SECTION_SYMBOLS = 2;

	private static final int SECTION_DYNAMIC_SYMBOLS = 11;

	private final TreeMap<Long, Function> functions = new TreeMap<>();

	private FunctionNames() {
	}

	/**
	 * Reads the names that a library has.
	 * @param file a library that was loaded or could be
	 * @return its names; none if it has none or they can not be read
	 */
	public static FunctionNames of(Path file) {
		FunctionNames names = new FunctionNames();
		try (FileChannel channel = FileChannel.open(file)) {
			ByteBuffer header = read(channel, 0, ELF_HEADER_SIZE);
			ByteBuffer sections = read(channel, header.getLong(40),
					(long) Short.toUnsignedInt(header.getShort(60)) * SECTION_HEADER_SIZE);
			names.readTables(channel, sections, SECTION_DYNAMIC_SYMBOLS);
			names.readTables(channel, sections, SECTION_SYMBOLS);
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("Can not read the function names of {}", file, ex);
		}
		return names;
	}

	private void readTables(FileChannel channel, ByteBuffer sections, int type) throws IOException {
		for (int at = 0; at + SECTION_HEADER_SIZE <= sections.limit(); at += SECTION_HEADER_SIZE) {
			if (sections.getInt(at + 4) == type) {
				int names = Math.multiplyExact(sections.getInt(at + 40), SECTION_HEADER_SIZE);
				readSymbols(section(channel, sections, at), section(channel, sections, names));
			}
		}
	}

	private static ByteBuffer section(FileChannel channel, ByteBuffer sections, int at) throws IOException {
		return read(channel, sections.getLong(at + 24), sections.getLong(at + 32));
	}

	/**
	 * Does not map the file: a mapping lives until the garbage collector finds it, and
	 * looks as if the library were still loaded.
	 */
	private static ByteBuffer read(FileChannel channel, long offset, long size) throws IOException {
		if (size < 0 || size > channel.size()) {
			throw new DamagedImageException("a section of " + size + " bytes");
		}
		ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
		while (content.hasRemaining() && channel.read(content, offset + content.position()) >= 0) {
			continue;
		}
		return content.flip();
	}

	private void readSymbols(ByteBuffer symbols, ByteBuffer names) {
		for (int at = 0; at + SYMBOL_SIZE <= symbols.limit(); at += SYMBOL_SIZE) {
			long size = symbols.getLong(at + 16);
			ElfSymbol symbol = new ElfSymbol(symbols.getLong(at + 8), size, symbols.get(at + 4) & 0xf);
			if (symbols.getShort(at + 6) != 0 && symbol.isFunction() && size > 0) {
				this.functions.put(symbol.address(), new Function(name(names, symbols.getInt(at)), size));
			}
		}
	}

	private static String name(ByteBuffer names, int offset) {
		int end = offset;
		while (names.get(end) != 0) {
			end++;
		}
		byte[] name = new byte[end - offset];
		names.get(offset, name);
		return new String(name, StandardCharsets.UTF_8);
	}

	/**
	 * Names a place in the library's code.
	 * @param offset the place's distance from where the library begins
	 * @return the function with the distance from its start, as
	 * {@code counter_next+0x1f}; {@code 0x2a1f} in code without a name
	 */
	public String at(long offset) {
		Map.Entry<Long, Function> found = this.functions.floorEntry(offset);
		if (found == null || offset - found.getKey() > found.getValue().size()) {
			return "0x" + Long.toHexString(offset);
		}
		return found.getValue().name() + "+0x" + Long.toHexString(offset - found.getKey());
	}

	private record Function(String name, long size) {

	}

}
