// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.elf;

import dev.relib.image.file.FileBytes;

/**
 * The pieces from which compilers put code onto the stack, for the address of a function
 * that is nested in another one. They end with a jump that nothing else is made of.
 */
final class Trampolines {

	/** {@code jmp *%r11; nop}, in the longest of its encodings. */
	private static final int JUMP_X86 = 0x90e3ff49;

	/** {@code br x17} */
	private static final int JUMP_AARCH64 = 0xd61f0220;

	/** {@code ldr x17, …} and {@code ldr x18, …} precede it. */
	private static final int LOAD_MASK = 0xff00001f;

	private static final int LOAD_X17 = 0x58000011;

	private static final int LOAD_X18 = 0x58000012;

	private static final int CHUNK = 1 << 16;

	/** The chunks overlap by more than the bytes of a match. */
	private static final int OVERLAP = 12;

	private Trampolines() {
	}

	static boolean areIn(FileBytes file, ElfSegments segments, String machine) {
		boolean arm = machine.equals("aarch64");
		return segments.loaded().anyMatch((segment) -> {
			long end = segment.offset() + segment.fileSize();
			for (long at = segment.offset(); at < end; at += CHUNK - OVERLAP) {
				byte[] chunk = file.bytes(at, (int) Math.min(CHUNK, end - at));
				if (arm ? hasArm(chunk) : hasX86(chunk)) {
					return true;
				}
			}
			return false;
		});
	}

	private static boolean hasX86(byte[] code) {
		int word = 0;
		for (byte next : code) {
			word = (word >>> 8) | (next << 24);
			if (word == JUMP_X86) {
				return true;
			}
		}
		return false;
	}

	private static boolean hasArm(byte[] code) {
		for (int at = 8; at + 4 <= code.length; at += 4) {
			if (word(code, at) == JUMP_AARCH64 && (word(code, at - 4) & LOAD_MASK) == LOAD_X18
					&& (word(code, at - 8) & LOAD_MASK) == LOAD_X17) {
				return true;
			}
		}
		return false;
	}

	private static int word(byte[] code, int at) {
		return (code[at] & 0xff) | (code[at + 1] & 0xff) << 8 | (code[at + 2] & 0xff) << 16 | code[at + 3] << 24;
	}

}
