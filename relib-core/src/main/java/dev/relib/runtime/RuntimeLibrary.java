// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.RecordType;
import dev.relib.contract.Scalar;
import dev.relib.failure.NativeAccessException;
import dev.relib.failure.RuntimeUnavailableException;
import dev.relib.link.FunctionShape;
import dev.relib.link.LeftCalls;
import dev.relib.link.Linker;
import dev.relib.link.MachineType;
import dev.relib.link.Upcall;
import dev.relib.module.ModuleSource;
import dev.relib.module.Platform;
import dev.relib.os.DynamicLoader;
import dev.relib.os.LentMemory;
import dev.relib.os.NativeAccess;
import dev.relib.os.NativeMemory;
import dev.relib.os.PrivateDirectory;
import dev.relib.os.ProcessFence;
import org.jspecify.annotations.Nullable;

/**
 * The native library librelib_rt, which keeps the ledgers of all modules of the process.
 * It is never closed: its code runs whenever a thread ends. Thread-safe.
 */
public final class RuntimeLibrary {

	private static final long VERSION = 1;

	/** The level of what is no record; {@code LEFT_CALL} of librelib_rt. */
	private static final int LEFT_CALL = 5;

	private static final FunctionShape LOG = new FunctionShape(MachineType.VOID,
			Collections.nCopies(4, MachineType.LONG));

	/**
	 * Weak, because the function for logs would keep JNA's cleaner, and with it the class
	 * loader, waiting.
	 */
	private static WeakReference<RuntimeLibrary> shared = new WeakReference<>(null);

	/** Looked up once: a later look-up may wait for the loader. 0 before. */
	private static long natives;

	private final long handle;

	private final Linker linker;

	private final Map<Long, ModuleLog> logs = new ConcurrentHashMap<>();

	private final Map<String, RuntimeFunction> functions = new ConcurrentHashMap<>();

	private final Map<String, Long> addresses = new ConcurrentHashMap<>();

	private final AtomicLong ids = new AtomicLong();

	private final Upcall logStub;

	private final RuntimeFunction opening;

	private RuntimeLibrary(long handle, Linker linker) {
		this.handle = handle;
		this.linker = linker;
		LentMemory.prepare();
		long version = Integer.toUnsignedLong((int) function("relib_rt_version").call());
		if (version != VERSION) {
			throw new RuntimeUnavailableException("librelib_rt has version " + version + ", this host needs " + VERSION
					+ "; two versions of relib-core are on the class path");
		}
		this.logStub = linker.upcall(LOG, this::log, "relib");
		this.opening = function("relib_rt_opening");
	}

	/**
	 * Looks up all functions: later, that would wait for the loader if a library is being
	 * opened then.
	 */
	private void link(Set<String> names) {
		DynamicLoader loader = NativeAccess.current().loader();
		names.forEach(
				(name) -> loader.symbol(this.handle, name).ifPresent((address) -> this.addresses.put(name, address)));
		this.linker.prepare(address("relib_rt_version"));
		clearInterrupt();
	}

	/**
	 * Links the native method by which a wait that is interrupted ends. That of a class
	 * of the JDK is linked inside of the JVM: where it has to wait for the loader, all
	 * threads wait with it when garbage is collected.
	 */
	private static void clearInterrupt() {
		boolean interrupted = Thread.interrupted();
		Thread.currentThread().interrupt();
		if (Thread.interrupted() && interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Creates the private directory for copies of libraries, librelib_rt's included.
	 * @param parent an existing directory on a file system that is not mounted noexec
	 * @return the directory, to be closed by the caller
	 * @throws RuntimeUnavailableException if relib has no native runtime for this
	 * platform, or this JVM forbids native access
	 * @throws dev.relib.failure.DirectoryUnavailableException if the directory cannot be
	 * created
	 */
	public static PrivateDirectory createDirectory(Path parent) {
		try {
			NativeAccess access = NativeAccess.current();
			RuntimeFile.of(Platform.current());
			return access.createDirectory(parent);
		}
		catch (NativeAccessException ex) {
			throw new RuntimeUnavailableException(ex);
		}
	}

	/**
	 * Returns the process's library, which the first call loads from the class path,
	 * unless another class loader's host has loaded the same file.
	 * @param directory the directory of the file that is opened and then deleted
	 * @param linker calls the library's functions
	 * @return the library
	 * @throws RuntimeUnavailableException if relib has no native runtime for this
	 * platform, or it cannot be loaded
	 */
	public static synchronized RuntimeLibrary shared(PrivateDirectory directory, Linker linker) {
		RuntimeLibrary known = shared.get();
		if (known == null) {
			RuntimeFile file = RuntimeFile.of(Platform.current());
			known = new RuntimeLibrary(file.open(directory), linker);
			known.link(file.functions());
			shared = new WeakReference<>(known);
		}
		return known;
	}

	/**
	 * Finds the function that gives classes their native methods. No linker is needed for
	 * that.
	 * @param directory the directory of the file that is opened and then deleted, unless
	 * it has been opened before
	 * @return the function's address, valid until the process ends
	 * @throws RuntimeUnavailableException if relib has no native runtime for this
	 * platform, or it cannot be loaded
	 */
	public static synchronized long natives(PrivateDirectory directory) {
		if (natives == 0) {
			long handle = RuntimeFile.of(Platform.current()).open(directory);
			natives = NativeAccess.current()
				.loader()
				.symbol(handle, "relib_rt_register_natives")
				.orElseThrow(() -> new RuntimeUnavailableException("librelib_rt lacks relib_rt_register_natives"));
		}
		return natives;
	}

	/**
	 * Opens a library. If the process ends meanwhile, it does not wait for constructors
	 * that do not return.
	 * @param open opens it
	 * @return what that returns
	 */
	public long opening(LongSupplier open) {
		this.opening.call(1);
		try {
			return open.getAsLong();
		}
		finally {
			this.opening.call(0);
		}
	}

	/**
	 * Runs the constructors of a library that was opened without them, on the calling
	 * thread.
	 * @param handle the loader's handle
	 */
	public void construct(long handle) {
		function("relib_rt_construct").call(handle);
	}

	/**
	 * Tells whether the loader has a library already.
	 * @param name the name by which another library needs it
	 * @return {@code false} if the loader would look for its file
	 */
	public boolean hasLibrary(String name) {
		try (NativeMemory text = NativeMemory.of(Path.of(name))) {
			return (int) function("relib_rt_has_library").call(text.address()) != 0;
		}
	}

	/**
	 * Opens the ledger of a generation.
	 * @param source the module and its library
	 * @param copy the file that is opened, which exists until the ledger is closed
	 * @param siteInterval the number of allocations of which one call stack is recorded;
	 * 0 to record none
	 * @return the runtime, to be closed after the library is unmapped, and never while it
	 * is mapped
	 */
	public ModuleRuntime open(ModuleSource source, Path copy, int siteInterval) {
		return openLedger(source, copy, siteInterval);
	}

	private KitRuntime openLedger(ModuleSource source, Path copy, int siteInterval) {
		return new KitRuntime(this, source, copy, newId(source), siteInterval);
	}

	/** Returns the id of a new ledger, whose log goes to the module's logger. */
	private long newId(ModuleSource source) {
		long id = this.ids.incrementAndGet();
		this.logs.put(id, new ModuleLog(source.module()));
		return id;
	}

	/**
	 * Opens the ledger of a generation of a library without a toolkit.
	 * @param source the module and its library
	 * @param copy the file that is opened, which exists until the ledger is closed and
	 * whose constructors are deferred
	 * @param siteInterval the number of allocations of which one call stack is recorded;
	 * 0 to record none
	 * @return the runtime, to be closed after the library is unmapped, and never while it
	 * is mapped
	 */
	public ModuleRuntime openPlain(ModuleSource source, Path copy, int siteInterval) {
		return new PlainRuntime(this, source, copy, newId(source), siteInterval);
	}

	/**
	 * Opens the ledger of a generation that was built with upstream's crates.
	 * @param source the module and its library
	 * @param copy the file that is opened, which exists until the ledger is closed
	 * @param unloading whether the library was built with the feature {@code unloading};
	 * without it, only threads and panics are known
	 * @return the runtime, to be closed after the library is unmapped, and never while it
	 * is mapped
	 */
	public ModuleRuntime openUpstream(ModuleSource source, Path copy, boolean unloading) {
		return new UpstreamRuntime(this, openLedger(source, copy, 0), unloading);
	}

	/**
	 * Prepares the looks at threads that precede the close of a library.
	 * @param copy the library, which is opened next
	 * @return the look, to be closed by the caller
	 */
	public ThreadLook look(Path copy) {
		return new ThreadLook(this, copy);
	}

	/**
	 * Returns the native function that stands in for an import when no Java code may be
	 * called any more.
	 * @param function the import
	 * @return the address of a function that does nothing and returns zero or an empty
	 * value, valid until the process ends
	 */
	public long noOpImport(FunctionSignature function) {
		return address("relib_rt_absent_" + kindOfReturn(function));
	}

	/**
	 * Returns the function that frees the empty values of {@link #noOpImport}.
	 * @return the address of a function that does nothing, valid until the process ends
	 */
	public long noOpFree() {
		return address("relib_rt_absent_post");
	}

	private static String kindOfReturn(FunctionSignature function) {
		if (function.returnsOwned()) {
			return (function.returns() instanceof RecordType) ? "record" : "sequence";
		}
		return (function.returns() == Scalar.F32 || function.returns() == Scalar.F64) ? "number" : "word";
	}

	/**
	 * Notes what modules may change of the process and of the calling thread.
	 * @return the state now, to be closed by the caller
	 */
	public ProcessState processState() {
		return new ProcessState(this);
	}

	/**
	 * Has the calling thread compute as Java does: rounding, tiny numbers, traps.
	 * @return {@code true} if native code had changed that
	 */
	public boolean computeAsJava() {
		return (int) function("relib_rt_compute_as_java").call() != 0;
	}

	/**
	 * Measures the calling thread's stack.
	 * @return the number of bytes that are left of it; at most {@link Long#MAX_VALUE},
	 * also if that is unknown
	 */
	public long stackLeft() {
		return function("relib_rt_stack_left").call() & Long.MAX_VALUE;
	}

	/**
	 * Finds where the calling thread says that it calls a module in Java's state.
	 * @return the address of a byte that is not 0 meanwhile, valid until the thread ends
	 */
	public long criticalFlag() {
		return function("relib_rt_critical_flag").call();
	}

	/**
	 * Returns the fence on all threads of the process, which the system may refuse.
	 * @return a fence that works as long as the process and does not keep this object
	 */
	public ProcessFence fence() {
		RuntimeFunction fence = function("relib_rt_fence");
		return () -> (int) fence.call();
	}

	RuntimeFunction function(String symbol) {
		return this.functions.computeIfAbsent(symbol, (name) -> new RuntimeFunction(this.linker, address(name)));
	}

	private long address(String symbol) {
		Long known = this.addresses.get(symbol);
		return (known != null) ? known : lookUp(symbol);
	}

	private long lookUp(String symbol) {
		return NativeAccess.current()
			.loader()
			.symbol(this.handle, symbol)
			.orElseThrow(() -> new RuntimeUnavailableException("librelib_rt lacks " + symbol));
	}

	/** Returns the address of the function for a ledger's log. */
	long logAddress() {
		return this.logStub.address();
	}

	void forget(long id) {
		this.logs.remove(id);
	}

	/** Called with an account's id, a level, and pointer and length of a text. */
	private @Nullable Object log(Object[] record) {
		ModuleLog log = this.logs.get((Long) record[0]);
		int level = ((Long) record[1]).intValue();
		if (level == LEFT_CALL) {
			LeftCalls.add();
		}
		else if (log != null) {
			log.write(level, (Long) record[2], (Long) record[3]);
		}
		return null;
	}

}
