// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.format;

import java.util.Map;

import dev.relib.image.file.FileBytes;
import dev.relib.image.format.FileFormat.Content;

/**
 * PE, the format of Windows.
 */
final class PeFormat {

	static final int MAGIC = 0x4d5a;

	private static final long SIGNATURE = 0x4550;

	private static final int LIBRARY = 0x2000;

	private static final Map<Integer, String> MACHINES = Map.of(0x14c, "x86", 0x1c0, "arm", 0x1c4, "arm", 0x200,
			"itanium", 0x8664, "x86-64", 0xaa64, "arm64", 0xa641, "arm64ec", 0xa64e, "arm64x");

	private PeFormat() {
	}

	static FileFormat of(FileBytes file) {
		long header = FileFormat.u32(file, 0x3c);
		if (FileFormat.u32(file, header) != SIGNATURE) {
			return new FileFormat(Content.PROGRAM, "a DOS program");
		}
		int machine = FileFormat.u16(file, header + 4);
		String details = " (PE, " + MACHINES.getOrDefault(machine, "machine " + machine) + ")";
		int flags = FileFormat.u16(file, header + 22);
		return (flags != -1 && (flags & LIBRARY) != 0)
				? new FileFormat(Content.FOREIGN_LIBRARY, "a Windows library" + details)
				: new FileFormat(Content.PROGRAM, "a Windows program" + details);
	}

}
