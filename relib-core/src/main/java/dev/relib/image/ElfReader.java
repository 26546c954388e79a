package dev.relib.image;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.relib.os.Platform;

/**
 * Reads what the loader itself reads of a 64-bit little-endian ELF library: segments and
 * the dynamic section. Section headers are not needed and may be stripped.
 */
final class ElfReader {

	private static final int TYPE_DYN = 3;

	private static final int SEGMENT_LOAD = 1;

	private static final int SEGMENT_DYNAMIC = 2;

	/** What the loader makes read-only once it has written its pointers. */
	private static final int SEGMENT_RELRO = 0x6474e552;

	private static final int WRITABLE = 2;

	private static final int PROGRAM_HEADER_SIZE = 56;

	private static final int DYNAMIC_ENTRY_SIZE = 16;

	private static final long DT_NEEDED = 1;

	private static final Map<Integer, String> MACHINES = Map.of(3, "x86", 40, "arm", 62, "x86_64", 183, "aarch64", 243,
			"riscv64", 21, "ppc64le", 22, "s390x");

	private final ByteBuffer content;

	private final List<Segment> segments = new ArrayList<>();

	private final List<Segment> readOnlyLater = new ArrayList<>();

	private final Map<Long, Long> dynamic = new HashMap<>();

	/** Where the names of other libraries are in the table of names. */
	private final List<Long> needed = new ArrayList<>();

	private ElfReader(ByteBuffer content) {
		this.content = content;
	}

	static ElfImage read(ByteBuffer content) {
		return new ElfReader(content).read();
	}

	private ElfImage read() {
		int machine = Short.toUnsignedInt(this.content.getShort(18));
		Platform platform = new Platform("linux", MACHINES.getOrDefault(machine, "machine " + machine));
		if (this.content.get(4) != 2 || this.content.get(5) != 1) {
			String word = (this.content.get(4) == 2) ? "64" : "32";
			String order = (this.content.get(5) == 1) ? "little" : "big";
			return new ElfImage(new Platform("linux", platform.machine() + " (" + word + " bit, " + order + " endian)"),
					Map.of(), List.of(), (address) -> false, null);
		}
		int type = Short.toUnsignedInt(this.content.getShort(16));
		if (type != TYPE_DYN) {
			throw new DamagedImageException((type == 1) ? "it is an object file that was not linked with -shared"
					: "its ELF type is " + type + ", not that of a shared library");
		}
		readSegments();
		ElfSymbols table = new ElfSymbols(this::slice, this.dynamic);
		List<String> neededNames = this.needed.stream().map(table::name).toList();
		ElfMemory memory = new ElfMemory(this::slice, this.dynamic);
		List<Segment> writable = this.segments.stream().filter(Segment::writable).toList();
		List<Segment> readOnly = List.copyOf(this.readOnlyLater);
		return new ElfImage(platform, table.read(), neededNames,
				(address) -> Segment.anyMaps(writable, address) && !Segment.anyMaps(readOnly, address), memory);
	}

	private void readSegments() {
		long table = this.content.getLong(32);
		int entrySize = Short.toUnsignedInt(this.content.getShort(54));
		int count = Short.toUnsignedInt(this.content.getShort(56));
		if (entrySize != PROGRAM_HEADER_SIZE) {
			throw new DamagedImageException("program headers of " + entrySize + " bytes");
		}
		ByteBuffer headers = fileSlice(table, (long) entrySize * count);
		Segment dynamicSegment = null;
		for (int i = 0; i < count; i++) {
			int at = i * entrySize;
			Segment segment = new Segment(headers.getLong(at + 8), headers.getLong(at + 16), headers.getLong(at + 32),
					headers.getLong(at + 40), (headers.getInt(at + 4) & WRITABLE) != 0);
			switch (headers.getInt(at)) {
				case SEGMENT_LOAD -> this.segments.add(segment.within(this.content.limit()));
				case SEGMENT_DYNAMIC -> dynamicSegment = segment;
				case SEGMENT_RELRO -> this.readOnlyLater.add(segment);
				default -> {
				}
			}
		}
		if (dynamicSegment == null) {
			throw new DamagedImageException("it has no dynamic section");
		}
		readDynamic(fileSlice(dynamicSegment.offset(), dynamicSegment.size()));
	}

	private void readDynamic(ByteBuffer entries) {
		for (int at = 0; at + DYNAMIC_ENTRY_SIZE <= entries.limit(); at += DYNAMIC_ENTRY_SIZE) {
			long tag = entries.getLong(at);
			if (tag == 0) {
				return;
			}
			this.dynamic.putIfAbsent(tag, entries.getLong(at + 8));
			if (tag == DT_NEEDED) {
				this.needed.add(entries.getLong(at + 8));
			}
		}
	}

	/**
	 * The file's bytes behind an address of the loaded library, to the end of its
	 * segment.
	 */
	private ByteBuffer slice(long address) {
		for (Segment segment : this.segments) {
			long distance = address - segment.address();
			if (distance >= 0 && distance < segment.size()) {
				return fileSlice(segment.offset() + distance, segment.size() - distance);
			}
		}
		throw new DamagedImageException("address 0x" + Long.toHexString(address) + " is in no segment of the file");
	}

	private ByteBuffer fileSlice(long offset, long size) {
		if (offset < 0 || size < 0 || offset > this.content.limit() || size > this.content.limit() - offset) {
			throw new DamagedImageException("a table at offset 0x" + Long.toHexString(offset) + " of " + size
					+ " bytes goes beyond the file's " + this.content.limit() + " bytes");
		}
		return this.content.slice((int) offset, (int) size).order(this.content.order());
	}

	private record Segment(long offset, long address, long size, long memorySize, boolean writable) {

		static boolean anyMaps(List<Segment> segments, long at) {
			return segments.stream().anyMatch((segment) -> segment.maps(at));
		}

		boolean maps(long at) {
			return at >= this.address && at - this.address < this.memorySize;
		}

		Segment within(int limit) {
			if (this.offset < 0 || this.size < 0 || this.offset > limit || this.size > limit - this.offset) {
				throw new DamagedImageException("a segment of " + this.size + " bytes at offset 0x"
						+ Long.toHexString(this.offset) + " goes beyond the file's " + limit + " bytes");
			}
			return this;
		}

	}

}
