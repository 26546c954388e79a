// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.elf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.relib.image.elf.ElfDynamic.Entry;
import dev.relib.image.file.FileBytes;

/**
 * Changes names of libraries and directories in the dynamic section. New names find no
 * room in the library's table of names: {@link ElfNewStrings} appends another one.
 * Everything is read before anything is written. Not thread-safe.
 */
public final class ElfRename {

	private static final List<Long> LIBRARIES = List.of(ElfDynamic.NEEDED, ElfDynamic.AUXILIARY, ElfDynamic.FILTER);

	private static final List<Long> DIRECTORIES = List.of(ElfDynamic.RPATH, ElfDynamic.RUNPATH);

	private final ElfFile elf;

	/** Words to write, by their places in the file. */
	private final Map<Long, Long> words = new LinkedHashMap<>();

	/** Half words to write, by their places in the file. */
	private final Map<Long, Long> halves = new LinkedHashMap<>();

	private final ElfNewStrings strings;

	ElfRename(ElfFile elf, FileBytes file) {
		this.elf = elf;
		this.strings = new ElfNewStrings(elf, file);
	}

	/**
	 * Removes the library's own name: the loader gives the library to nobody who needs
	 * one of that name.
	 * @return this change
	 */
	public ElfRename withoutOwnName() {
		this.elf.dynamic()
			.entries(ElfDynamic.SONAME)
			.forEach((entry) -> this.words.put(entry.offset() - Long.BYTES, ElfDynamic.IGNORED));
		return this;
	}

	/**
	 * Changes the names of needed libraries, also where their versions are needed.
	 * @param rename returns the new name, or the same one
	 * @return this change
	 */
	public ElfRename libraries(UnaryOperator<String> rename) {
		change(LIBRARIES, rename);
		this.elf.versions().neededLibraries((name, place) -> {
			String renamed = rename.apply(name);
			if (!renamed.equals(name)) {
				this.halves.put(place, this.strings.index(renamed));
			}
		});
		return this;
	}

	/**
	 * Changes the paths that needed libraries are searched on.
	 * @param rename returns the new path, or the same one
	 * @return this change
	 */
	public ElfRename directories(UnaryOperator<String> rename) {
		change(DIRECTORIES, rename);
		return this;
	}

	private void change(List<Long> tags, UnaryOperator<String> rename) {
		for (Long tag : tags) {
			for (Entry entry : this.elf.dynamic().entries(tag)) {
				String name = this.elf.strings().name(entry.value(), ElfStrings.MAX_PATH);
				String renamed = rename.apply(name);
				if (!renamed.equals(name)) {
					this.words.put(entry.offset(), this.strings.index(renamed));
				}
			}
		}
	}

	/**
	 * Tells whether there is nothing to write.
	 * @return {@code true} if all names stay as they are
	 */
	public boolean isEmpty() {
		return this.words.isEmpty() && this.halves.isEmpty();
	}

	/**
	 * Writes the changes.
	 * @param file the library's file
	 * @throws UncheckedIOException if that fails, which leaves a file of no use
	 */
	public void writeTo(FileChannel file) {
		try {
			write(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(FileChannel file) throws IOException {
		this.words.putAll(this.strings.appendTo(file));
		for (Map.Entry<Long, Long> word : this.words.entrySet()) {
			write(file, word.getKey(), buffer().putLong(word.getValue()));
		}
		for (Map.Entry<Long, Long> half : this.halves.entrySet()) {
			write(file, half.getKey(), buffer().putInt(half.getValue().intValue()));
		}
	}

	private static ByteBuffer buffer() {
		return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static void write(FileChannel file, long place, ByteBuffer bytes) throws IOException {
		bytes.flip();
		while (bytes.hasRemaining()) {
			file.write(bytes, place + bytes.position());
		}
	}

}
