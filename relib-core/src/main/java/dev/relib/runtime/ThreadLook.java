// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.relib.module.ModuleThread;
import dev.relib.os.NativeMemory;

/**
 * Looks which threads of the process are inside code that closing one library would
 * unmap, whoever has started them, and whether another library would call it. The layout
 * of its table is defined in {@code look.h}.
 */
public final class ThreadLook {

	private static final int NAME = 4 * Long.BYTES;

	private static final int NAME_SIZE = 16;

	private static final int LIBRARY_SIZE = 256;

	private static final int SIZE = NAME + NAME_SIZE + LIBRARY_SIZE;

	/** The number of threads that are described; a report of more would not be read. */
	private static final int CAPACITY = 64;

	/** The number of libraries that are described, of those that have not gone. */
	private static final int REMAINING = 8;

	private final RuntimeLibrary library;

	private final Path copy;

	private final long address;

	/** Set before native memory is freed that other threads may still ask for. */
	private boolean closed;

	/**
	 * Notes which libraries are loaded.
	 * @param library the native runtime
	 * @param copy the library that is opened next
	 */
	ThreadLook(RuntimeLibrary library, Path copy) {
		this.library = library;
		this.copy = copy;
		this.address = library.function("relib_rt_look_open").call();
		if (this.address == 0) {
			throw new OutOfMemoryError("no native memory to note which libraries are loaded");
		}
	}

	/**
	 * Notes which libraries were loaded together with the library.
	 * @param handle the loader's handle of the library, which was just opened
	 */
	public void opened(long handle) {
		this.library.function("relib_rt_look_opened").call(this.address, handle);
	}

	/**
	 * Looks at all threads but the calling one. The library is open.
	 * @param jvms whether those that the JVM has started are looked at as well
	 * @return the threads inside the code, at most {@value #CAPACITY}; the origin of each
	 * is the place where it is
	 */
	public List<ModuleThread> threads(boolean jvms) {
		try (NativeMemory table = NativeMemory.allocate(CAPACITY * SIZE)) {
			long count = this.library.function("relib_rt_look")
				.call(this.address, jvms ? 1 : 0, table.address(), CAPACITY);
			List<ModuleThread> threads = new ArrayList<>();
			for (int i = 0; i < Math.min(count, CAPACITY); i++) {
				threads.add(thread(table, i * SIZE));
			}
			return threads;
		}
	}

	private ModuleThread thread(NativeMemory table, int at) {
		String name = text(table, at + NAME, NAME_SIZE);
		return new ModuleThread(table.getLong(at), name.isEmpty() ? "unknown" : name,
				Instant.ofEpochMilli(table.getLong(at + 8)), place(table, at), true);
	}

	private String place(NativeMemory table, int at) {
		long place = table.getLong(at + 16);
		if (place == 0) {
			return "at a place that is not known";
		}
		Path file = Path.of(text(table, at + NAME + NAME_SIZE, LIBRARY_SIZE));
		String function = new Symbolizer(file, table.getLong(at + 24), Long.MAX_VALUE, (address) -> Optional.empty())
			.name(place);
		return file.equals(this.copy) ? "at " + function : "at " + function + " in " + file.getFileName();
	}

	static String text(NativeMemory table, int at, int size) {
		String text = new String(table.getBytes(at, size), StandardCharsets.UTF_8);
		return text.substring(0, text.indexOf('\0'));
	}

	/**
	 * Tells whether the calling thread is inside the code.
	 * @return 0 if it is not; 1 for a thread of the JVM's making, 2 for any other
	 */
	public synchronized long own() {
		return this.closed ? 0 : this.library.function("relib_rt_look_own").call(this.address);
	}

	/**
	 * Looks whether a library that stays has kept a pointer to code that would be
	 * unmapped. If so, destructors have been run that closing the library would run.
	 * Owner thread, right before the library is closed.
	 * @return a clause that names both libraries; empty if there is no such pointer
	 */
	public Optional<String> keptPointer() {
		try (NativeMemory table = NativeMemory.allocate(KeptPointer.SIZE)) {
			long kept = this.library.function("relib_rt_look_at_pointers").call(this.address, table.address());
			return (kept != 0) ? Optional.of(new KeptPointer(table).describe(this.copy)) : Optional.empty();
		}
	}

	/**
	 * Tells whether nothing of the library is mapped any more. Owner thread, after the
	 * library was closed.
	 * @return {@code false} also if that can not be found out
	 */
	public boolean isGone() {
		try (NativeMemory name = NativeMemory.of(this.copy.getFileName())) {
			return this.library.function("relib_rt_look_is_gone").call(this.address, name.address()) != 0;
		}
	}

	/**
	 * Names another library that refers to the library, which was closed and is still
	 * mapped.
	 * @return a clause that names it and the symbol; empty if there is none
	 */
	public Optional<String> reference() {
		try (NativeMemory table = NativeMemory.allocate(2 * LIBRARY_SIZE)) {
			long found = this.library.function("relib_rt_look_at_references").call(this.address, table.address());
			return (found != 0) ? Optional.of(reference(table)) : Optional.empty();
		}
	}

	private static String reference(NativeMemory table) {
		String file = text(table, 0, LIBRARY_SIZE);
		return (file.isEmpty() ? "the program" : Path.of(file).getFileName()) + " refers to its symbol "
				+ text(table, LIBRARY_SIZE, LIBRARY_SIZE);
	}

	/**
	 * Lists the libraries that closing the library should have unmapped as well, and has
	 * not, though nothing needs them. The library was closed.
	 * @return those libraries, at most {@value #REMAINING}
	 */
	public List<RemainingLibrary> remaining() {
		try (NativeMemory table = NativeMemory.allocate(REMAINING * RemainingLibrary.SIZE)) {
			long count = this.library.function("relib_rt_look_at_remaining")
				.call(this.address, table.address(), REMAINING);
			List<RemainingLibrary> remaining = new ArrayList<>();
			for (int i = 0; i < Math.min(count, REMAINING); i++) {
				remaining.add(RemainingLibrary.read(table, i * RemainingLibrary.SIZE));
			}
			return remaining;
		}
	}

	/**
	 * Has the end of the process watched for destructors of the library that hang, in
	 * front of all that the library has registered for it until now.
	 */
	public void stays() {
		this.library.function("relib_rt_look_stays").call(this.address);
	}

	/** Forgets the library, which is closed or was never opened. */
	public synchronized void close() {
		this.closed = true;
		this.library.function("relib_rt_look_close").call(this.address);
	}

}
