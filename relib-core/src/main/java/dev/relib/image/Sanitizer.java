// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.relib.image.elf.ElfDynamic;
import dev.relib.image.elf.ElfFile;
import dev.relib.module.Hazard;

/**
 * A runtime that checks what instrumented code does. It takes the place of functions of
 * the C library, so that it has to be in the process from the beginning: opened later, it
 * ends the process.
 */
public enum Sanitizer {

	/** {@code -fsanitize=address} */
	ADDRESS("asan", "ASAN_OPTIONS=handle_segv=0:detect_leaks=0"),
	/** {@code -fsanitize=hwaddress} */
	HWADDRESS("hwasan", "HWASAN_OPTIONS=handle_segv=0:detect_leaks=0"),
	/** {@code -fsanitize=thread} */
	THREAD("tsan", "TSAN_OPTIONS=handle_segv=0"),
	/** {@code -fsanitize=memory} */
	MEMORY("msan", "MSAN_OPTIONS=handle_segv=0"),
	/** {@code -fsanitize=leak} */
	LEAK("lsan", "LSAN_OPTIONS=detect_leaks=0");

	private final String runtime;

	private final String settings;

	Sanitizer(String runtime, String settings) {
		this.runtime = runtime;
		this.settings = settings;
	}

	/**
	 * Returns the runtime's first function, which instrumented libraries call.
	 * @return its symbol
	 */
	public String symbol() {
		return "__" + this.runtime + "_init";
	}

	/** Tells whether this is the runtime in a library of that name. */
	private boolean isIn(String library) {
		return library.startsWith("lib" + this.runtime + ".so")
				|| library.startsWith("libclang_rt." + this.runtime + "-")
				|| library.startsWith("libclang_rt." + this.runtime + ".");
	}

	/**
	 * Finds the runtimes that a library needs, by their libraries and by their functions.
	 */
	static Set<Sanitizer> of(ElfFile elf) {
		Set<Sanitizer> found = EnumSet.noneOf(Sanitizer.class);
		List<String> libraries = elf.strings().names(ElfDynamic.NEEDED);
		for (Sanitizer sanitizer : values()) {
			if (libraries.stream().anyMatch(sanitizer::isIn)) {
				found.add(sanitizer);
			}
		}
		if (found.isEmpty()) {
			elf.symbols().forEach((symbol) -> {
				if (symbol.isNeeded() && elf.symbols().nameStartsWith(symbol, Symbols.PREFIX)) {
					found.addAll(EnumSet.allOf(Sanitizer.class)
						.stream()
						.filter((each) -> elf.symbols().name(symbol).equals(each.symbol()))
						.toList());
				}
			});
		}
		return found;
	}

	/** Returns the hazard of a library that needs the runtime. */
	Hazard hazard() {
		return new Hazard(Hazard.Type.SANITIZER,
				"it was built with -fsanitize=" + name().toLowerCase(Locale.ROOT)
						+ ", whose runtime ends or refuses a process that runs already",
				"Build it without that option, or start the JVM with " + this.settings
						+ " and LD_PRELOAD=$(cc -print-file-name=lib" + this.runtime
						+ ".so), for clang the libclang_rt." + this.runtime + " that clang -print-file-name names.");
	}

	private static final class Symbols {

		static final byte[] PREFIX = "__".getBytes(StandardCharsets.US_ASCII);

	}

}
