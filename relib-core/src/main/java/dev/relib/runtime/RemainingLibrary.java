// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.nio.file.Path;

import dev.relib.os.NativeMemory;

/**
 * A library that only a module needed, and that is mapped though the module has gone. The
 * layout is defined in {@code look.h}.
 *
 * @param file its file
 * @param reference another library and the symbol that it refers to; empty if there is
 * none
 */
public record RemainingLibrary(Path file, String reference) {

	private static final int PATH_SIZE = 1024;

	private static final int TEXT_SIZE = 256;

	static final int SIZE = PATH_SIZE + 2 * TEXT_SIZE;

	static RemainingLibrary read(NativeMemory table, int at) {
		String holder = ThreadLook.text(table, at + PATH_SIZE, TEXT_SIZE);
		String symbol = ThreadLook.text(table, at + PATH_SIZE + TEXT_SIZE, TEXT_SIZE);
		String name = holder.isEmpty() ? "the program" : String.valueOf(Path.of(holder).getFileName());
		return new RemainingLibrary(Path.of(ThreadLook.text(table, at, PATH_SIZE)),
				symbol.isEmpty() ? "" : name + " refers to its symbol " + symbol);
	}

}
