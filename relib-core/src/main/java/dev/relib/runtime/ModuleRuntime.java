package dev.relib.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

import dev.relib.module.Cleanup;
import dev.relib.module.Destructors;
import dev.relib.module.LeakReport;
import dev.relib.module.LeakSite;
import dev.relib.module.MappedMemory;
import dev.relib.module.MemoryUsage;
import dev.relib.module.ModuleThread;
import dev.relib.module.OpenDescriptor;
import dev.relib.os.LibrarySymbols;

/**
 * The host's account of one loaded version of a module.
 */
public interface ModuleRuntime {

	/**
	 * Opens the library, so that what its constructors do is in the account already.
	 * Owner thread.
	 * @param open opens it
	 * @return the library's handle
	 */
	default long open(LongSupplier open) {
		return open.getAsLong();
	}

	/**
	 * Binds the library's hooks to the account. Owner thread, right after the library was
	 * opened.
	 * @param symbols the library's symbols
	 * @throws dev.relib.failure.ModuleLoadException if the library refuses this host
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
	 * The file descriptors that the module has not closed.
	 * @return all of them, by number
	 */
	default List<OpenDescriptor> descriptors() {
		return List.of();
	}

	/**
	 * The memory that the module has mapped and not unmapped.
	 * @return all mappings, by address
	 */
	default List<MappedMemory> mappedMemory() {
		return List.of();
	}

	/**
	 * The module's destructors of thread-locals.
	 * @return how many there are
	 */
	default Destructors destructors() {
		return Destructors.NONE;
	}

	/**
	 * Where the module has allocated what it has not given back.
	 * @return the sites with the most memory; empty unless allocations are sampled
	 */
	default List<LeakSite> leakSites() {
		return List.of();
	}

	/**
	 * Takes the message of the calling thread's last panic. Nothing may block between the
	 * panicking call and this one: a virtual thread could go on on another carrier, and
	 * the message is the carrier's.
	 * @return the message, if there is one
	 */
	Optional<String> takePanicMessage();

	/**
	 * Gives back what ended threads have left behind that nobody has joined. All calls
	 * have returned, {@link #threads} is empty.
	 */
	void joinEndedThreads();

	/**
	 * Destroys the library's static objects, as far as that can be done before the
	 * library is closed. Owner thread; destructors of thread-locals have ended, threads
	 * may have been started when this returns. Nothing of the library is called again.
	 */
	default void endStatics() {
	}

	/**
	 * Has the library itself clean up. Owner thread, right before the library is closed;
	 * {@link #threads} is empty, and there is no way back from here.
	 */
	default void beforeClose() {
	}

	/**
	 * Ends the destructors of thread-locals that living threads have registered: none of
	 * them begins any more. Owner thread, right before the library is closed; all calls
	 * have returned, {@link #threads} is empty.
	 * @param cleanup whether they are run first
	 * @param timeout how long to wait for threads that end right now and are in one
	 * @return {@code false} if such a thread did not get through, and the library must
	 * stay for now
	 */
	default boolean endDestructors(Cleanup cleanup, Duration timeout) {
		return true;
	}

	/**
	 * Gives back what the module has not given back, and ends the account. The library is
	 * unmapped.
	 * @param cleanup what is given back
	 * @return what was found and given back
	 */
	LeakReport close(Cleanup cleanup);

}
