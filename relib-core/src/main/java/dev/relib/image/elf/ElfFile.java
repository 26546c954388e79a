package dev.relib.image.elf;

import java.util.Optional;

import dev.relib.image.file.FileBytes;

/**
 * A 64-bit little-endian ELF library. What it takes to answer a question is read when the
 * question is asked, and little of it is kept.
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
	 * @param file a file that begins as such a library does, open while this is used
	 * @return the library
	 * @throws dev.relib.image.file.DamagedFileException if it is damaged, here as in all
	 * that is asked later
	 */
	public static ElfFile read(FileBytes file) {
		return new ElfFile(file);
	}

	/**
	 * What it is for.
	 * @return its beginning
	 */
	public ElfHeader header() {
		return this.header;
	}

	/**
	 * Where it goes in memory.
	 * @return its segments
	 */
	public ElfSegments segments() {
		return this.segments;
	}

	/**
	 * What the loader has to know.
	 * @return its dynamic section
	 */
	public ElfDynamic dynamic() {
		return this.dynamic;
	}

	/**
	 * Its names of libraries and symbols.
	 * @return its table of names
	 */
	public ElfStrings strings() {
		return this.strings;
	}

	/**
	 * What it offers and needs.
	 * @return its dynamic symbols
	 */
	public ElfSymbols symbols() {
		return this.symbols;
	}

	/**
	 * In which versions it offers and needs that.
	 * @return the versions of its symbols
	 */
	public ElfVersions versions() {
		return this.versions;
	}

	/**
	 * What the loader writes into it.
	 * @return its relocations
	 */
	public ElfRelocations relocations() {
		return this.relocations;
	}

	/**
	 * What is in its memory before code of it runs.
	 * @return its memory
	 */
	public ElfMemory memory() {
		return new ElfMemory(this.file, this.segments, this.relocations);
	}

	/**
	 * By which symbol servers know it.
	 * @return its build id in lower-case hexadecimal, if it has one
	 */
	public Optional<String> buildId() {
		return ElfNotes.buildId(this.file, this.segments);
	}

	/**
	 * Finds what has the loader keep it for ever, and how that is undone.
	 * @param patches told what to write
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
	 * A byte to be written into a file.
	 */
	@FunctionalInterface
	public interface BytePatch {

		/**
		 * Takes one.
		 * @param offset where it goes in the file
		 * @param value 0 to 255
		 */
		void put(long offset, int value);

	}

}
