// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.Arrays;
import java.util.Optional;

import dev.relib.failure.ModuleClosedException;
import dev.relib.failure.UnknownSymbolException;
import dev.relib.marshal.DirectExport;
import dev.relib.marshal.ExportCall;
import org.jspecify.annotations.Nullable;

/**
 * One generation of a module from the view of its calls: its functions and its thread.
 */
public final class Generation {

	private final String module;

	private final long id;

	private final @Nullable OwnerThread owner;

	private final boolean continuesAfterFailedImport;

	private final GenerationCode code;

	/** Only grows; a facade knows the index of its first function. */
	private volatile ExportCall[] functions = {};

	/**
	 * For each function its address and that of its free function, 0 if it is not called
	 * directly.
	 */
	private volatile long[] addresses = {};

	/**
	 * Creates a generation without functions.
	 * @param module the module's name
	 * @param id its id, unique in its module
	 * @param owner the thread that runs its functions; {@code null} to run them on the
	 * caller's thread
	 * @param continuesAfterFailedImport whether the module continues after a failed
	 * import and the export throws the exception when it returns
	 * @param code what its library has beside the functions of interfaces
	 */
	public Generation(String module, long id, @Nullable OwnerThread owner, boolean continuesAfterFailedImport,
			GenerationCode code) {
		this.module = module;
		this.id = id;
		this.owner = owner;
		this.continuesAfterFailedImport = continuesAfterFailedImport;
		this.code = code;
	}

	/**
	 * Appends the functions of one interface. The caller prevents concurrent calls.
	 * @param added the functions in the order of the interface
	 */
	public void bind(ExportCall... added) {
		ExportCall[] bound = this.functions;
		ExportCall[] all = Arrays.copyOf(bound, bound.length + added.length);
		System.arraycopy(added, 0, all, bound.length, added.length);
		this.functions = all;
		this.addresses = addresses(all);
	}

	private long[] addresses(ExportCall[] bound) {
		long[] found = new long[2 * bound.length];
		for (int i = 0; i < bound.length; i++) {
			if (this.owner == null && bound[i] instanceof DirectExport export && export.direct().isPresent()) {
				found[2 * i] = export.direct().get().function();
				found[2 * i + 1] = export.direct().get().free();
			}
		}
		return found;
	}

	/** Where a function is; 0 if it has to be called the general way. */
	long address(int index) {
		long[] known = this.addresses;
		return (2 * index < known.length) ? known[2 * index] : 0;
	}

	/** Where the function is that frees the return of a function with an address. */
	long freeAddress(int index) {
		return this.addresses[2 * index + 1];
	}

	/**
	 * Returns a function by its index.
	 * @throws ModuleClosedException if the function belongs to an interface that was
	 * bound to later generations only
	 */
	ExportCall function(int index) {
		ExportCall[] bound = this.functions;
		if (index >= bound.length) {
			throw ModuleClosedException.requestedLater(this.module, this.id);
		}
		return bound[index];
	}

	String module() {
		return this.module;
	}

	/**
	 * Returns the id of this generation.
	 * @return an id that is unique in its module
	 */
	public long id() {
		return this.id;
	}

	/**
	 * Returns the thread that must run the functions; {@code null} if the calling thread
	 * may.
	 */
	@Nullable OwnerThread otherThread() {
		return (this.owner == null || this.owner.isCurrent()) ? null : this.owner;
	}

	boolean continuesAfterFailedImport() {
		return this.continuesAfterFailedImport;
	}

	/** Takes the message of the calling thread's last panic. */
	Optional<String> takePanicMessage() {
		return this.code.takePanicMessage();
	}

	/** Binds the main function, whose result is of a Java type. */
	ExportCall main(Class<?> type) {
		return this.code.main(type);
	}

	/**
	 * Returns the address of a symbol.
	 * @throws UnknownSymbolException if the library does not offer it
	 */
	long symbol(String name) {
		return this.code.symbol(name).orElseThrow(() -> new UnknownSymbolException(this.module, this.id, name));
	}

	@Override
	public String toString() {
		return "generation " + this.id + " of module '" + this.module + "'";
	}

}
