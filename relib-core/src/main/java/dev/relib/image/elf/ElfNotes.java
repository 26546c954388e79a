// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.elf;

import java.util.HexFormat;
import java.util.Optional;

import dev.relib.image.file.FileBytes;

/**
 * The notes that a linker puts into a library.
 */
final class ElfNotes {

	private static final int BUILD_ID = 3;

	private static final long GNU = 0x554e47;

	private static final int GO_BUILD_ID = 4;

	private static final long GO = 0x6f47;

	/** The bytes of notes that are searched; the build id is among the first notes. */
	private static final long LIMIT = 1 << 14;

	private static final int MAX_ID = 128;

	private ElfNotes() {
	}

	/** Finds the build id, by which symbol servers identify a library. */
	static Optional<String> buildId(FileBytes file, ElfSegments segments) {
		return find(file, segments, BUILD_ID, GNU).map((id) -> HexFormat.of().formatHex(id));
	}

	/** Tells whether Go's linker has left its build id. */
	static boolean isOfGo(FileBytes file, ElfSegments segments) {
		return find(file, segments, GO_BUILD_ID, GO).isPresent();
	}

	private static Optional<byte[]> find(FileBytes file, ElfSegments segments, int type, long owner) {
		return segments.ofType(ElfSegment.NOTE).flatMap((notes) -> find(file, notes, type, owner).stream()).findFirst();
	}

	private static Optional<byte[]> find(FileBytes file, ElfSegment notes, int type, long owner) {
		long at = notes.offset();
		file.require(at, notes.fileSize());
		long end = at + Math.min(notes.fileSize(), LIMIT);
		while (at + 12 <= end) {
			long nameSize = file.u32(at);
			long size = file.u32(at + 4);
			long content = at + 12 + aligned(nameSize);
			if (file.u32(at + 8) == type && nameSize == 4 && at + 16 <= end && file.u32(at + 12) == owner
					&& size <= MAX_ID) {
				return Optional.of(file.bytes(content, (int) size));
			}
			at = content + aligned(size);
		}
		return Optional.empty();
	}

	private static long aligned(long size) {
		return (size + 3) & ~3;
	}

}
