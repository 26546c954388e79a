// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The fastest way to access memory that works on this JDK. Of those, segments and
 * {@code Unsafe} are one instruction once they are compiled.
 *
 * @param memory the way
 * @param notes what was against faster ones
 */
record MemoryChoice(RawMemory memory, List<String> notes) {

	private static final String SEGMENTS = "dev.relib.os.ffm.SegmentMemory";

	/** The JDK that has segments. */
	private static final int WITH_SEGMENTS = 22;

	/** The JDK that warns of {@code Unsafe}. */
	private static final int WITH_WARNINGS = 24;

	/**
	 * Chooses.
	 * @param jdk the version of the JDK
	 * @param always works on each JDK
	 */
	static MemoryChoice of(int jdk, Supplier<RawMemory> always) {
		return of(jdk, SEGMENTS, always);
	}

	static MemoryChoice of(int jdk, String segments, Supplier<RawMemory> always) {
		List<String> notes = new ArrayList<>();
		if (jdk >= WITH_SEGMENTS) {
			try {
				return new MemoryChoice((RawMemory) Class.forName(segments).getConstructor().newInstance(), List.of());
			}
			catch (ReflectiveOperationException | RuntimeException | LinkageError ex) {
				notes.add("memory: segments do not work: " + cause(ex));
			}
		}
		RawMemory other = always.get();
		if (jdk < WITH_WARNINGS) {
			try {
				return new MemoryChoice(new UnsafeMemory(other), List.copyOf(notes));
			}
			catch (RuntimeException | LinkageError ex) {
				notes.add("memory: sun.misc.Unsafe does not work: " + cause(ex));
			}
		}
		return new MemoryChoice(other, List.copyOf(notes));
	}

	private static Throwable cause(Throwable thrown) {
		Throwable cause = thrown;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return cause;
	}

}
