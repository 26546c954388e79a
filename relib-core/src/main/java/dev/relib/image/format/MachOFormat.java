// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.relib.image.file.FileBytes;
import dev.relib.image.format.FileFormat.Content;

/**
 * Mach-O, the format of macOS. A universal (fat) file contains several libraries.
 */
final class MachOFormat {

	private static final Map<Long, String> MACHINES = Map.of(7L, "x86", 12L, "arm", 18L, "ppc", 0x1000007L, "x86-64",
			0x100000cL, "arm64", 0x1000012L, "ppc64", 0x200000cL, "arm64_32");

	/**
	 * More machines than exist. A Java class file, which has the same magic number, has
	 * its version in this place: 45 or more.
	 */
	private static final int MAX_SLICES = 44;

	private MachOFormat() {
	}

	static FileFormat of(FileBytes file, int magic) {
		return (magic == 0xcafebabe || magic == 0xcafebabf) ? universal(file, magic == 0xcafebabf)
				: single(file, magic);
	}

	private static FileFormat single(FileBytes file, int magic) {
		boolean big = magic == 0xfeedface || magic == 0xfeedfacf;
		return format(number(file, 12, big), machine(number(file, 4, big)));
	}

	private static FileFormat universal(FileBytes file, boolean wide) {
		long slices = number(file, 4, true);
		if (slices < 0 || slices > MAX_SLICES) {
			return new FileFormat(Content.OTHER, "a Java class file");
		}
		List<String> machines = new ArrayList<>();
		for (int i = 0; i < slices; i++) {
			machines.add(machine(number(file, 8 + (long) i * (wide ? 32 : 20), true)));
		}
		long first = wide ? number(file, 20, true) : number(file, 16, true);
		boolean big = FileFormat.u32(file, first) == 0xcefaedfeL || FileFormat.u32(file, first) == 0xcffaedfeL;
		return format(number(file, first + 12, big), "universal: " + String.join(", ", machines));
	}

	private static FileFormat format(long type, String machine) {
		String details = " (Mach-O, " + machine + ")";
		return switch ((int) type) {
			case 1 -> new FileFormat(Content.OBJECT_FILE, "a macOS object file" + details);
			case 2 -> new FileFormat(Content.PROGRAM, "a macOS program" + details);
			case 6 -> new FileFormat(Content.FOREIGN_LIBRARY, "a macOS library" + details);
			case 8 -> new FileFormat(Content.FOREIGN_LIBRARY, "a macOS bundle" + details);
			default -> new FileFormat(Content.OTHER, "a macOS file of another kind" + details);
		};
	}

	private static String machine(long number) {
		return MACHINES.getOrDefault(number, "machine " + number);
	}

	private static long number(FileBytes file, long offset, boolean big) {
		long number = FileFormat.u32(file, offset);
		return (big && number != -1) ? Integer.toUnsignedLong(Integer.reverseBytes((int) number)) : number;
	}

}
