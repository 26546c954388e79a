// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.elf;

import java.util.Optional;

import dev.relib.image.file.FileBytes;

/**
 * A 64-bit little-endian ELF library. Each answer is read from the file when it is asked
 * for, and little is kept. Not thread-safe.
 */
public final class ElfFile {

	private final FileBytes file;

	private final ElfHeader header;

	private final ElfSegments segments;

	private final ElfDynamic dynamic;

	private final ElfStrings strings;

	private final ElfVersions versions;

	private final ElfSymbols symbols;

	private final ElfRelocations relocations;

	private ElfFile(FileBytes file) {
		this.file = file;
		this.header = ElfHeader.read(file);
		this.segments = ElfSegments.read(file, this.header);
		this.dynamic = ElfDynamic.read(file, this.segments);
		this.strings = ElfStrings.of(file, this.segments, this.dynamic);
		this.versions = new ElfVersions(file, this.segments, this.dynamic, this.strings);
		this.symbols = new ElfSymbols(file, this.segments, this.dynamic, this.strings, this.versions);
		this.relocations = new ElfRelocations(file, this.segments, this.dynamic, this.symbols);
	}

	/**
	 * Reads a library.
	 * @param file a file that begins with an ELF header, which stays open while this is
	 * used
	 * @return the library
	 * @throws dev.relib.image.file.DamagedFileException if the library is damaged;
	 * methods of its parts throw it as well
	 */
	public static ElfFile read(FileBytes file) {
		return new ElfFile(file);
	}

	/**
	 * Returns the header.
	 * @return the header
	 */
	public ElfHeader header() {
		return this.header;
	}

	/**
	 * Returns the segments.
	 * @return the segments
	 */
	public ElfSegments segments() {
		return this.segments;
	}

	/**
	 * Returns the dynamic section.
	 * @return the dynamic section
	 */
	public ElfDynamic dynamic() {
		return this.dynamic;
	}

	/**
	 * Returns the names of libraries and symbols.
	 * @return the dynamic string table
	 */
	public ElfStrings strings() {
		return this.strings;
	}

	/**
	 * Returns the offered and needed symbols.
	 * @return the dynamic symbol table
	 */
	public ElfSymbols symbols() {
		return this.symbols;
	}

	/**
	 * Returns the versions of the symbols.
	 * @return the version tables
	 */
	public ElfVersions versions() {
		return this.versions;
	}

	/**
	 * Returns the relocations.
	 * @return the relocation tables
	 */
	public ElfRelocations relocations() {
		return this.relocations;
	}

	/**
	 * Returns the library's memory after relocation.
	 * @return the memory
	 */
	public ElfMemory memory() {
		return new ElfMemory(this.file, this.segments, this.relocations);
	}

	/**
	 * Returns the build id.
	 * @return the build id in lower-case hexadecimal; empty if the library has none
	 */
	public Optional<String> buildId() {
		return ElfNotes.buildId(this.file, this.segments);
	}

	/**
	 * Tells whether Go's linker has made the library, or a part of it: it brings along
	 * Go's runtime.
	 * @return {@code true} if it has a build id of Go, or functions of Go's runtime
	 */
	public boolean hasGoRuntime() {
		return ElfNotes.isOfGo(this.file, this.segments)
				|| (this.symbols.find("_cgo_topofstack").isPresent() && this.symbols.find("_cgo_panic").isPresent());
	}

	/**
	 * Finds the flags that make dlclose a no-op, and the bytes that clear them.
	 * @param patches receives the bytes to write
	 */
	public void unpin(BytePatch patches) {
		this.dynamic.entries(ElfDynamic.FLAGS_1).forEach((entry) -> {
			if ((entry.value() & ElfDynamic.FLAG_1_NODELETE) != 0) {
				patches.put(entry.offset(), (int) (entry.value() & ~ElfDynamic.FLAG_1_NODELETE) & 0xff);
			}
		});
		this.symbols.weaken(patches);
	}

	/**
	 * Tells whether functions that are nested in functions are called through code on the
	 * stack, so that stacks have to be executable.
	 * @return {@code true} if the library has the pieces of such code
	 */
	public boolean hasTrampolines() {
		return Trampolines.areIn(this.file, this.segments, this.header.machine());
	}

	/**
	 * Finds the bytes that keep the loader from making the stacks of all threads
	 * executable.
	 * @param patches receives the bytes to write
	 */
	public void keepStacksAsTheyAre(BytePatch patches) {
		this.segments.keepStacksAsTheyAre(patches);
	}

	/**
	 * Finds the bytes that hide the library's constructors from the loader, so that
	 * librelib_rt runs them.
	 * @param patches receives the bytes to write
	 */
	public void deferConstructors(BytePatch patches) {
		this.dynamic.deferConstructors(patches);
	}

	/**
	 * Begins to change the names in the library.
	 * @return the change, which is written by {@link ElfRename#writeTo}
	 */
	public ElfRename rename() {
		return new ElfRename(this, this.file);
	}

	/**
	 * Receives the bytes to write into a file.
	 */
	@FunctionalInterface
	public interface BytePatch {

		/**
		 * Receives one byte.
		 * @param offset its offset in the file
		 * @param value 0 to 255
		 */
		void put(long offset, int value);

	}

}
