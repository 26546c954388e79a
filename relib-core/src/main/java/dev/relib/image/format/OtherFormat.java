// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.format;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import dev.relib.image.file.FileBytes;
import dev.relib.image.format.FileFormat.Content;

/**
 * Formats that builds leave beside libraries, or under a library's name.
 */
final class OtherFormat {

	private static final int PROBED = 512;

	private static final Pattern SCRIPT = Pattern
		.compile("/\\* GNU ld script|\\b(INPUT|GROUP|OUTPUT_FORMAT|AS_NEEDED) *\\(");

	private OtherFormat() {
	}

	static FileFormat of(FileBytes file, int magic) {
		String begin = new String(file.bytes(0, (int) Math.min(PROBED, file.size())), StandardCharsets.ISO_8859_1);
		if (begin.startsWith("!<arch>\n") || begin.startsWith("!<thin>\n")) {
			return new FileFormat(Content.ARCHIVE, "a static library (an archive of object files)");
		}
		if (SCRIPT.matcher(begin).find() && begin.chars().allMatch((c) -> c >= ' ' || c == '\n' || c == '\t')) {
			return new FileFormat(Content.LINKER_SCRIPT, "a linker script (a text that names libraries)");
		}
		return switch (magic) {
			case 0x4243c0de, 0xdec0170b -> new FileFormat(Content.OBJECT_FILE, "LLVM bitcode");
			case 0x0061736d -> new FileFormat(Content.OTHER, "a WebAssembly module");
			default -> new FileFormat(Content.OTHER, String.format("a file that begins with the bytes %08x", magic));
		};
	}

}
