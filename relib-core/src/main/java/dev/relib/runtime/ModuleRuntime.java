// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

import dev.relib.module.Cleanup;
import dev.relib.module.Destructors;
import dev.relib.module.LeakReport;
import dev.relib.module.LeakSite;
import dev.relib.module.MappedMemory;
import dev.relib.module.MemoryUsage;
import dev.relib.module.ModuleThread;
import dev.relib.module.OpenDescriptor;
import dev.relib.module.Resource;
import dev.relib.os.LibrarySymbols;

/**
 * The host's side of one generation: observes the resources that its library takes, and
 * ends and releases them. Queries are thread-safe. The owner thread calls the steps of
 * load and unload in their order.
 */
public interface ModuleRuntime {

	/** The runtime of a library that reports nothing to the host. */
	ModuleRuntime NONE = new ModuleRuntime() {
	};

	/**
	 * Leaves the allocations of the module alone: they are neither counted nor freed.
	 * Before {@link #open}.
	 */
	default void leaveAllocations() {
	}

	/**
	 * Opens the library while the ledger is open for what its constructors do. Owner
	 * thread.
	 * @param open opens the library and returns the loader's handle
	 * @return the handle
	 */
	default long open(LongSupplier open) {
		return open.getAsLong();
	}

	/**
	 * Opens the library so that the libraries that come with it are observed before their
	 * constructors run, if that is possible. Owner thread, inside of {@link #open}.
	 * @param open opens the library and returns the loader's handle
	 * @return the handle
	 */
	default long openWithParts(LongSupplier open) {
		return open.getAsLong();
	}

	/**
	 * Observes the libraries that have come with the module, as long as nobody else needs
	 * them. Owner thread, right after {@link #open}.
	 * @param handle the loader's handle of the module's library
	 */
	default void opened(long handle) {
	}

	/**
	 * Connects the library's hooks to the host. Owner thread, right after the library was
	 * opened.
	 * @param symbols the library's symbols
	 * @throws dev.relib.failure.ModuleLoadException if the library refuses this host
	 */
	default void attach(LibrarySymbols symbols) {
	}

	/**
	 * Lists the kinds of resources of which nothing is known.
	 * @return the kinds, whatever other methods say of them
	 */
	default Set<Resource> notCounted() {
		return EnumSet.allOf(Resource.class);
	}

	/**
	 * Returns the memory that the module holds.
	 * @return a snapshot, exact while no thread is inside the module
	 */
	default MemoryUsage memory() {
		return MemoryUsage.NOT_COUNTED;
	}

	/**
	 * Lists the threads that the module has started and the kernel still has.
	 * @return a snapshot, oldest first
	 */
	default List<ModuleThread> threads() {
		return List.of();
	}

	/**
	 * Lists the file descriptors that the module has opened and not closed.
	 * @return a snapshot, by number
	 */
	default List<OpenDescriptor> descriptors() {
		return List.of();
	}

	/**
	 * Lists the memory that the module has mapped and not unmapped.
	 * @return a snapshot, by address
	 */
	default List<MappedMemory> mappedMemory() {
		return List.of();
	}

	/**
	 * Counts the module's destructors of thread-locals.
	 * @return a snapshot
	 */
	default Destructors destructors() {
		return Destructors.NONE;
	}

	/**
	 * Lists the call stacks whose allocations hold the most memory.
	 * @return a snapshot; empty unless allocations are sampled
	 */
	default List<LeakSite> leakSites() {
		return List.of();
	}

	/**
	 * Takes the message of the calling thread's last panic. The message belongs to the
	 * native thread, so that a virtual thread must not block between the panicking call
	 * and this one.
	 * @return the message, or empty if there is none
	 */
	default Optional<String> takePanicMessage() {
		return Optional.empty();
	}

	/**
	 * Joins the ended threads that the module has not joined. All calls have returned and
	 * {@link #threads} is empty.
	 */
	default void joinEndedThreads() {
	}

	/**
	 * Prevents all destructors of thread-locals that living threads have registered from
	 * running later. Owner thread; all calls have returned and {@link #threads} is empty.
	 * @param cleanup whether they run now
	 * @param timeout how long to wait for an ending thread that is inside such a
	 * destructor
	 * @return {@code false} if that thread has not finished; nothing was changed then
	 */
	default boolean endDestructors(Cleanup cleanup, Duration timeout) {
		return true;
	}

	/**
	 * Runs the destructors of the library's static objects, as far as they can run before
	 * the library is closed. Owner thread, after {@link #endDestructors}. They may start
	 * threads. The library is not called any more.
	 */
	default void endStatics() {
	}

	/**
	 * Lets the library release its own resources. Owner thread, right before the library
	 * is closed; {@link #threads} is empty. The unload cannot be refused any more.
	 */
	default void beforeClose() {
	}

	/**
	 * Writes the module's log to standard error from now on: its host leaves, and the
	 * module stays.
	 */
	default void stopLogging() {
	}

	/**
	 * Releases the resources that the module has not released and frees the ledger. The
	 * library is unmapped.
	 * @param cleanup the resources to release
	 * @return the resources found and released
	 */
	default LeakReport close(Cleanup cleanup) {
		return LeakReport.NOT_COUNTED;
	}

}
