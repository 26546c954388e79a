// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.format;

import java.util.Map;

import dev.relib.image.file.FileBytes;
import dev.relib.image.format.FileFormat.Content;

/**
 * ELF, the format of Linux and most Unix systems.
 */
public final class ElfFormat {

	static final int MAGIC = 0x7f454c46;

	/** Names as in {@code os.arch}. */
	private static final Map<Integer, String> MACHINES = Map.ofEntries(Map.entry(2, "sparc"), Map.entry(3, "x86"),
			Map.entry(8, "mips"), Map.entry(20, "ppc"), Map.entry(21, "ppc64"), Map.entry(22, "s390x"),
			Map.entry(40, "arm"), Map.entry(43, "sparcv9"), Map.entry(62, "x86_64"), Map.entry(183, "aarch64"),
			Map.entry(243, "riscv64"), Map.entry(258, "loongarch64"));

	private static final Map<Integer, String> SYSTEMS = Map.of(2, "netbsd", 6, "solaris", 9, "freebsd", 12, "openbsd");

	private ElfFormat() {
	}

	static FileFormat of(FileBytes file) {
		int words = FileFormat.u16(file, 4);
		boolean is64 = (words & 0xff) == 2;
		boolean little = (words >> 8) == 1;
		String machine = machine(number(file, 18, little));
		String details = " (ELF" + (is64 ? "64" : "32") + ", " + (little ? "" : "big endian, ")
				+ machine.replace('_', '-') + ")";
		return switch (number(file, 16, little)) {
			case 1 -> new FileFormat(Content.OBJECT_FILE, "an object file" + details);
			case 2 -> new FileFormat(Content.PROGRAM, "a program" + details);
			case 3 -> new FileFormat((is64 && little) ? Content.LIBRARY : Content.FOREIGN_LIBRARY,
					"a " + (is64 ? "" : "32-bit ") + "Linux library" + details);
			case 4 -> new FileFormat(Content.OTHER, "a core dump" + details);
			default -> new FileFormat(Content.OTHER, "an ELF file of no known type" + details);
		};
	}

	private static int number(FileBytes file, long offset, boolean little) {
		int number = FileFormat.u16(file, offset);
		return little ? number : (number >> 8 & 0xff) | (number << 8 & 0xff00);
	}

	/**
	 * Returns the name of a machine.
	 * @param number its number in ELF files
	 * @return for example {@code x86_64}
	 */
	public static String machine(int number) {
		return MACHINES.getOrDefault(number, "machine " + number);
	}

	/**
	 * Returns the name of a system.
	 * @param number its number in ELF files
	 * @return the name; {@code linux} for unknown numbers
	 */
	public static String system(int number) {
		return SYSTEMS.getOrDefault(number, "linux");
	}

}
