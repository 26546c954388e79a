// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import dev.relib.image.FunctionNames;
import dev.relib.os.NativeMemory;

/**
 * A pointer to a function of a library that is to go, in the data of one that stays. The
 * layout is defined in {@code kept_pointers.h}.
 */
final class KeptPointer {

	private static final int HOLDER = 3 * Long.BYTES;

	private static final int TEXT_SIZE = 256;

	static final int SIZE = HOLDER + 3 * TEXT_SIZE;

	private final NativeMemory table;

	KeptPointer(NativeMemory table) {
		this.table = table;
	}

	/** Returns a clause that says what to do, for a copy of a module's library. */
	String describe(Path copy) {
		Path library = Path.of(text(2));
		String variable = text(1).isEmpty() ? "at offset 0x" + Long.toHexString(this.table.getLong(0))
				: "in its variable " + text(1);
		return holder() + " has kept a pointer to the function " + function(library)
				+ (library.equals(copy) ? "" : " of " + library.getFileName()) + ", " + variable
				+ "; have that library let go of it before the unload";
	}

	private String holder() {
		return text(0).isEmpty() ? "the program" : String.valueOf(Path.of(text(0)).getFileName());
	}

	private String function(Path library) {
		long offset = this.table.getLong(Long.BYTES);
		String name = FunctionNames.of(library, new TreeSet<>(Set.of(offset))).getOrDefault(offset, "");
		return name.endsWith("+0x0") ? name.substring(0, name.length() - 4) : name;
	}

	private String text(int number) {
		byte[] bytes = this.table.getBytes(HOLDER + number * TEXT_SIZE, TEXT_SIZE);
		String text = new String(bytes, StandardCharsets.UTF_8);
		return text.substring(0, text.indexOf('\0'));
	}

}
