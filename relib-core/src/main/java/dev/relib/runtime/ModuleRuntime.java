package dev.relib.runtime;

import java.util.List;
import java.util.Optional;

import dev.relib.os.LibrarySymbols;
import dev.relib.os.NativeMemory;

/**
 * The host's account of one loaded version of a module.
 */
public interface ModuleRuntime {

	/**
	 * Binds the library's hooks to the account. Owner thread, right after the library was
	 * opened.
	 * @param symbols the library's symbols
	 * @throws dev.relib.ModuleLoadException if the library refuses this host
	 */
	void attach(LibrarySymbols symbols);

	/**
	 * What the module holds now; exact only while it is idle.
	 * @return its memory
	 */
	MemoryUsage memory();

	/**
	 * The module's threads. A thread counts until the kernel has forgotten it.
	 * @return all of them, oldest first
	 */
	List<ModuleThread> threads();

	/**
	 * Takes the message of the calling thread's last panic. Nothing may block between the
	 * panicking call and this one: a virtual thread could go on on another carrier, and
	 * the message is the carrier's.
	 * @param buffer receives the text; as large as the longest message to be read
	 * @param size the buffer's size in bytes
	 * @return the message, if there is one
	 */
	Optional<String> takePanicMessage(NativeMemory buffer, int size);

	/**
	 * Gives back what ended threads have left behind that nobody has joined. All calls
	 * have returned, {@link #threads} is empty.
	 */
	void joinEndedThreads();

	/**
	 * Has the library itself clean up. Owner thread, right before the library is closed;
	 * there is no way back from here.
	 */
	default void beforeClose() {
	}

	/**
	 * Frees what the module has not given back, and ends the account. The library is
	 * unmapped.
	 * @return what was freed
	 */
	Leaks close();

	/**
	 * What a module left behind.
	 *
	 * @param count allocations
	 * @param bytes their requested sizes, added up
	 * @param freedCount how many of them were freed
	 */
	record Leaks(long count, long bytes, long freedCount) {

		/** Nothing. */
		public static final Leaks NONE = new Leaks(0, 0, 0);

	}

}
