package dev.relib.module;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

import dev.relib.ModuleSource;
import dev.relib.contract.ContractInterface;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.JavaFunction;
import dev.relib.image.PrivateCopy;
import dev.relib.link.ExportCall;
import dev.relib.runtime.ModuleRuntime;
import org.jspecify.annotations.Nullable;

/**
 * A module's library, opened: plain data that the facades read.
 */
public final class ModuleVersion {

	private final Candidate candidate;

	private final Threading threading;

	private final OpenLibrary library;

	private final ModuleRuntime runtime;

	private final OwnerThread owner;

	/** Held for as long as the version, whose slots point at the stubs. */
	private final ImportStubs imports;

	private final Set<FunctionSignature> imported;

	private final Instant loaded = Instant.now();

	/** Grows only; a facade knows where its functions begin. */
	private volatile ExportCall[] calls = {};

	private int boundInterfaces;

	/** The {@code before_unload} of an attempt that did not wait for its end. */
	private volatile @Nullable Future<@Nullable String> preparing;

	ModuleVersion(Candidate candidate, OpenLibrary library, ModuleRuntime runtime, OwnerThread owner,
			ImportStubs imports, Set<FunctionSignature> imported) {
		this.candidate = candidate;
		this.threading = candidate.threading();
		this.library = library;
		this.runtime = runtime;
		this.owner = owner;
		this.imports = imports;
		this.imported = Set.copyOf(imported);
	}

	/**
	 * Resolves all functions of an interface, behind those that are resolved already.
	 * @param contractInterface an export interface
	 * @throws MissingExportException naming the first function that the module lacks
	 * @throws ContractMismatchException if the module declares one of them otherwise
	 */
	public void bind(ContractInterface contractInterface) {
		List<JavaFunction> functions = contractInterface.functions();
		this.candidate.library().requireExports(contractInterface);
		ExportCall[] added = functions.stream()
			.map((function) -> this.candidate.library().export(this.library, function))
			.toArray(ExportCall[]::new);
		ExportCall[] all = Arrays.copyOf(this.calls, this.calls.length + added.length);
		System.arraycopy(added, 0, all, this.calls.length, added.length);
		this.calls = all;
		this.boundInterfaces++;
	}

	/**
	 * How many interfaces are bound, in the order in which they were. To be asked by who
	 * binds.
	 * @return their number
	 */
	public int boundInterfaces() {
		return this.boundInterfaces;
	}

	/**
	 * A function of a bound interface. A call that runs on an earlier version may use an
	 * interface that was bound to a later one only.
	 */
	ExportCall call(int index) {
		ExportCall[] bound = this.calls;
		if (index >= bound.length) {
			throw new ModuleClosedException(source().module(),
					"version " + id() + " inside this call, which began before the interface was injected");
		}
		return bound[index];
	}

	/**
	 * Which version of its module it is.
	 * @return 1 for the first that was loaded, never reused
	 */
	public long id() {
		return this.candidate.id();
	}

	/**
	 * Where it comes from.
	 * @return the module and the library as configured
	 */
	public ModuleSource source() {
		return this.candidate.source();
	}

	/**
	 * The file that is mapped.
	 * @return the private copy
	 */
	public PrivateCopy copy() {
		return this.candidate.copy();
	}

	/**
	 * What is known of the library from its file.
	 * @return its inspection
	 */
	public LibraryInspection inspection() {
		return this.candidate.inspection();
	}

	/**
	 * Where its calls run.
	 * @return the threading
	 */
	public Threading threading() {
		return this.threading;
	}

	/**
	 * The host's account of it.
	 * @return its runtime
	 */
	public ModuleRuntime runtime() {
		return this.runtime;
	}

	/**
	 * When it was loaded.
	 * @return the time
	 */
	public Instant loaded() {
		return this.loaded;
	}

	/**
	 * Starts the module's {@code before_unload} on its owner thread, unless it is still
	 * running from an earlier attempt. One that has ended since does not count: the
	 * module has served calls again.
	 */
	Future<@Nullable String> prepare(Callable<@Nullable String> beforeUnload) {
		Future<@Nullable String> running = this.preparing;
		if (running == null || running.isDone()) {
			running = this.owner.start(beforeUnload);
			this.preparing = running;
		}
		return running;
	}

	/** Whether a {@code before_unload} of an earlier attempt is running. */
	boolean isPreparing() {
		Future<@Nullable String> running = this.preparing;
		return running != null && !running.isDone();
	}

	/** Whether the calling thread may call the library's exports. */
	boolean callsRunHere() {
		return this.threading == Threading.CALLER || this.owner.isCurrent();
	}

	boolean goesOnAfterFailedImport() {
		return this.candidate.library().goesOnAfterFailedImport();
	}

	/** A function that the host itself calls, if the library has it. */
	Optional<ExportCall> lifecycle(Lifecycle function) {
		return this.candidate.library().lifecycle(this.library, function);
	}

	/**
	 * Runs the main function, if it is asked for, to its end: on the calling thread, as
	 * the host may need what this one is about, unless all calls run on the owner thread.
	 * @param gate the module's gate
	 * @throws MainFailedException if it panics, or an import that it calls fails
	 */
	public void runMain(Gate gate) {
		if (this.candidate.options().main()) {
			ExportCall main = lifecycle(Lifecycle.MAIN).orElseThrow();
			LifecycleCall call = new LifecycleCall(gate, this);
			String failure = callsRunHere() ? call.run(main) : this.owner.run(() -> call.run(main));
			if (failure != null) {
				throw new MainFailedException(source(), failure);
			}
		}
	}

	OpenLibrary library() {
		return this.library;
	}

	ImportStubs imports() {
		return this.imports;
	}

	/** What its library calls the host for. */
	Set<FunctionSignature> imported() {
		return this.imported;
	}

	OwnerThread owner() {
		return this.owner;
	}

}
