// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.relib.image.elf.ElfFile;
import dev.relib.image.file.DamagedFileException;

/**
 * The build information that upstream's crates put into a library. Immutable.
 *
 * @param text the whole text: compiler, target, LLVM, relib version and flag, separated
 * by {@code |}
 * @param rustc the compiler's version
 * @param target the target triple
 * @param llvm the version of LLVM
 * @param relib the version of upstream's crates
 * @param unloading whether it was built with the feature {@code unloading}
 */
public record UpstreamInfo(String text, String rustc, String target, String llvm, String relib, boolean unloading) {

	/** The symbol of the text. */
	public static final String SYMBOL = "__RELIB__CRATE_COMPILATION_INFO__";

	private static final int WORDS = 5;

	private static final int MAX_TEXT = 4096;

	static Optional<UpstreamInfo> read(ElfFile elf) {
		return elf.symbols().find(SYMBOL).map((symbol) -> parse(elf.memory().text(symbol.address(), MAX_TEXT)));
	}

	/**
	 * Returns the build information by key.
	 * @return keys and values, in the order of the text
	 */
	public Map<String, String> buildInfo() {
		Map<String, String> words = new LinkedHashMap<>();
		words.put("compiler", "rustc " + this.rustc);
		words.put("target", this.target);
		words.put("llvm", this.llvm);
		words.put("relib", this.relib);
		words.put("unloading", String.valueOf(this.unloading));
		return words;
	}

	/**
	 * Parses the text from its end, because the compiler's version may contain a
	 * separator.
	 */
	static UpstreamInfo parse(String text) {
		String[] words = text.split("\\|", -1);
		int first = words.length - WORDS;
		if (first < 0) {
			throw new DamagedFileException(SYMBOL + " says \"" + text + '"');
		}
		String rustc = String.join("|", Arrays.copyOf(words, first + 1));
		return new UpstreamInfo(text, rustc, words[first + 1], words[first + 2], words[first + 3],
				words[first + 4].equals("1"));
	}

}
