package dev.relib.image.elf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;

/**
 * Which part of the file is where in memory.
 */
public final class ElfSegments {

	/** Linkers make fewer than ten; each address is looked up in all of them. */
	private static final int MAX = 256;

	private final List<ElfSegment> loaded;

	private final List<ElfSegment> others;

	private ElfSegments(List<ElfSegment> loaded, List<ElfSegment> others) {
		this.loaded = loaded;
		this.others = others;
	}

	static ElfSegments read(FileBytes file, ElfHeader header) {
		if (header.programHeaderCount() > MAX) {
			throw new DamagedFileException("it has " + header.programHeaderCount() + " segments");
		}
		List<ElfSegment> loaded = new ArrayList<>();
		List<ElfSegment> others = new ArrayList<>();
		for (int i = 0; i < header.programHeaderCount(); i++) {
			ElfSegment segment = ElfSegment.read(file,
					header.programHeaders() + (long) i * ElfHeader.PROGRAM_HEADER_SIZE);
			if (segment.type() == ElfSegment.LOAD) {
				loaded.add(segment.within(file));
			}
			else {
				others.add(segment);
			}
		}
		return new ElfSegments(List.copyOf(loaded), List.copyOf(others));
	}

	Stream<ElfSegment> ofType(int type) {
		return this.others.stream().filter((segment) -> segment.type() == type);
	}

	Optional<ElfSegment> last(int type) {
		return ofType(type).reduce((first, second) -> second);
	}

	/**
	 * Where the bytes behind an address are in the file.
	 * @param address the address, from where the library begins
	 * @param length how many bytes must be there
	 */
	long offset(long address, long length) {
		long available = available(address);
		if (length < 0 || length > available) {
			throw new DamagedFileException(Long.toUnsignedString(length) + " bytes at address 0x"
					+ Long.toHexString(address) + " go beyond their segment");
		}
		return holder(address).offset() + (address - holder(address).address());
	}

	/** How many bytes follow an address in its segment's part of the file. */
	long available(long address) {
		ElfSegment holder = holder(address);
		return holder.fileSize() - (address - holder.address());
	}

	private ElfSegment holder(long address) {
		for (ElfSegment segment : this.loaded) {
			if (segment.holds(address)) {
				return segment;
			}
		}
		throw new DamagedFileException("address 0x" + Long.toHexString(address) + " is in no segment of the file");
	}

	/**
	 * Whether memory can be written once the library is loaded.
	 * @param address where it begins
	 * @param length how many bytes it has, at least 1
	 * @return {@code false} also for what is not mapped at all
	 */
	public boolean isWritable(long address, int length) {
		return isWritable(address) && isWritable(address + length - 1);
	}

	private boolean isWritable(long address) {
		return this.loaded.stream().anyMatch((segment) -> segment.isWritable() && segment.maps(address))
				&& ofType(ElfSegment.READ_ONLY_LATER).noneMatch((segment) -> segment.maps(address));
	}

	/**
	 * Whether the loader makes the stacks of all threads executable. It does so as well
	 * for a library that says nothing of its stack.
	 * @return whether it does
	 */
	public boolean wantExecutableStack() {
		return last(ElfSegment.STACK).map(ElfSegment::isExecutable).orElse(true);
	}

	/**
	 * How much memory the library's thread-locals take on each thread.
	 * @return bytes, 0 without thread-locals
	 */
	public long threadLocalSize() {
		return last(ElfSegment.THREAD_LOCAL).map(ElfSegment::memorySize).orElse(0L);
	}

}
