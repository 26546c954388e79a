package dev.relib.module.call;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

import dev.relib.failure.ModuleClosedException;
import dev.relib.marshal.ExportCall;
import org.jspecify.annotations.Nullable;

/**
 * One generation of a module as its calls see it: data, without the way it came or goes.
 */
public final class Generation {

	private final String module;

	private final long id;

	private final @Nullable OwnerThread owner;

	private final boolean continuesAfterFailedImport;

	private final Supplier<Optional<String>> panicMessages;

	/** Grows only; a facade knows where its functions begin. */
	private volatile ExportCall[] functions = {};

	/**
	 * Creates a generation without functions.
	 * @param module the module's name
	 * @param id its id, unique in its module
	 * @param owner the thread that its functions are called on; {@code null} to call them
	 * on the caller's
	 * @param continuesAfterFailedImport whether the module is not told of a failed
	 * import, so that its exception waits for the export to return
	 * @param panicMessages takes the message of the calling thread's last panic; must not
	 * block
	 */
	public Generation(String module, long id, @Nullable OwnerThread owner, boolean continuesAfterFailedImport,
			Supplier<Optional<String>> panicMessages) {
		this.module = module;
		this.id = id;
		this.owner = owner;
		this.continuesAfterFailedImport = continuesAfterFailedImport;
		this.panicMessages = panicMessages;
	}

	/**
	 * Adds functions behind those that are bound already. The caller sees to it that
	 * nobody else binds at the same time.
	 * @param added the functions of one interface, in its order
	 */
	public void bind(ExportCall... added) {
		ExportCall[] bound = this.functions;
		ExportCall[] all = Arrays.copyOf(bound, bound.length + added.length);
		System.arraycopy(added, 0, all, bound.length, added.length);
		this.functions = all;
	}

	/**
	 * A bound function. A call that runs on an earlier generation may use an interface
	 * that was bound to a later one only.
	 */
	ExportCall function(int index) {
		ExportCall[] bound = this.functions;
		if (index >= bound.length) {
			throw ModuleClosedException.requestedLater(this.module, this.id);
		}
		return bound[index];
	}

	/**
	 * Which generation of its module it is.
	 * @return 1 for the first that was loaded, never reused
	 */
	public long id() {
		return this.id;
	}

	/** The thread that its functions are to be called on, if it is another one. */
	@Nullable OwnerThread otherThread() {
		return (this.owner == null || this.owner.isCurrent()) ? null : this.owner;
	}

	boolean continuesAfterFailedImport() {
		return this.continuesAfterFailedImport;
	}

	/** The message of the calling thread's last panic. */
	Optional<String> takePanicMessage() {
		return this.panicMessages.get();
	}

	@Override
	public String toString() {
		return "generation " + this.id + " of module '" + this.module + "'";
	}

}
