// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.elf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.relib.image.file.DamagedFileException;
import dev.relib.image.file.FileBytes;

/**
 * The program headers, which map addresses to file offsets.
 */
public final class ElfSegments {

	/** Linkers create fewer than ten, and each address is looked up in all of them. */
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
	 * Returns the file offset of an address.
	 * @param address a distance from the library's first address
	 * @param length the bytes that the segment must have there
	 */
	long offset(long address, long length) {
		long available = available(address);
		if (length < 0 || length > available) {
			throw new DamagedFileException(Long.toUnsignedString(length) + " bytes at address 0x"
					+ Long.toHexString(address) + " go beyond their segment");
		}
		return holder(address).offset() + (address - holder(address).address());
	}

	/** Counts the bytes from an address to the end of its segment in the file. */
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

	/** Returns the first address behind everything that is mapped. */
	long end() {
		return this.loaded.stream().mapToLong((segment) -> segment.address() + segment.memorySize()).max().orElse(0);
	}

	/**
	 * Tells whether memory is writable after the load.
	 * @param address a distance from the library's first address
	 * @param length the number of bytes, at least 1
	 * @return {@code false} also for unmapped memory
	 */
	public boolean isWritable(long address, int length) {
		return isWritable(address) && isWritable(address + length - 1);
	}

	private boolean isWritable(long address) {
		return this.loaded.stream().anyMatch((segment) -> segment.isWritable() && segment.maps(address))
				&& ofType(ElfSegment.RELRO).noneMatch((segment) -> segment.maps(address));
	}

	/**
	 * Tells whether the loader makes the stacks of all threads executable.
	 * @return {@code true} also if the library has no stack header
	 */
	public boolean wantExecutableStack() {
		return last(ElfSegment.STACK).map(ElfSegment::isExecutable).orElse(true);
	}

	/**
	 * Finds the bytes that keep the loader from making stacks executable. A library
	 * without a stack header gets one in the place of a header that nothing needs.
	 * @param patches receives the bytes to write; none if there is no such place
	 */
	void keepStacksAsTheyAre(ElfFile.BytePatch patches) {
		List<ElfSegment> stacks = ofType(ElfSegment.STACK).toList();
		stacks.forEach((header) -> header.becomeStack(patches));
		if (stacks.isEmpty()) {
			spare().ifPresent((header) -> header.becomeStack(patches));
		}
	}

	/**
	 * Tells whether {@link ElfFile#keepStacksAsTheyAre} has a place for its bytes.
	 * @return {@code true} for nearly all libraries
	 */
	public boolean haveStackHeader() {
		return last(ElfSegment.STACK).or(this::spare).isPresent();
	}

	private Optional<ElfSegment> spare() {
		return Stream.of(ElfSegment.UNUSED, ElfSegment.PROPERTY, ElfSegment.NOTE)
			.flatMap((type) -> last(type).stream())
			.findFirst();
	}

	/** Visits the parts of the file that become memory. */
	Stream<ElfSegment> loaded() {
		return this.loaded.stream();
	}

	/**
	 * Returns the size of the library's thread-locals.
	 * @return bytes on each thread; 0 if there are none
	 */
	public long threadLocalSize() {
		return last(ElfSegment.THREAD_LOCAL).map(ElfSegment::memorySize).orElse(0L);
	}

}
