// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.JavaFunction;
import dev.relib.link.Linker;
import dev.relib.marshal.ExportAddress;
import dev.relib.marshal.ExportCall;
import dev.relib.marshal.PlainCallbacks;
import dev.relib.module.ModuleSource;
import dev.relib.module.call.LifecycleFunction;
import dev.relib.os.NativeAccess;
import dev.relib.os.NativeMemory;
import org.jspecify.annotations.Nullable;

/**
 * A library that the dynamic loader has opened, and the symbols of the module ABI in it.
 */
public final class OpenLibrary {

	private final long handle;

	private final Linker linker;

	/** Those of a plain library; {@code null} until a function is bound. */
	private @Nullable PlainCallbacks callbacks;

	/** An unload asks again, when the loader may be busy for ever. */
	private final Map<String, OptionalLong> symbols = new ConcurrentHashMap<>();

	/**
	 * Takes ownership of a handle.
	 * @param handle the loader's handle of an open library
	 * @param linker calls its functions
	 */
	public OpenLibrary(long handle, Linker linker) {
		this.handle = handle;
		this.linker = linker;
	}

	/**
	 * Finds a symbol.
	 * @param name its name
	 * @return its address; empty if the library has no such symbol
	 */
	public OptionalLong symbol(String name) {
		return known(name, () -> NativeAccess.current().loader().symbol(this.handle, name));
	}

	/** Holds up nobody who asks for another one meanwhile. */
	private OptionalLong known(String key, Supplier<OptionalLong> lookup) {
		OptionalLong known = this.symbols.get(key);
		if (known == null) {
			known = lookup.get();
			this.symbols.put(key, known);
		}
		return known;
	}

	/**
	 * Finds a symbol whose address may be another one for each thread.
	 * @param name its name
	 * @return its address, for the calling thread; empty if the library has no such
	 * symbol
	 */
	public OptionalLong symbolOfThread(String name) {
		return NativeAccess.current().loader().symbol(this.handle, name);
	}

	ExportCall export(ModuleSource source, JavaFunction function) {
		return ExportCall.of(this.linker, function, address(source, function.signature()));
	}

	/** Binds an export that takes records by value. */
	ExportCall exportByValue(ModuleSource source, JavaFunction function) {
		return ExportCall.byValue(this.linker, function, address(source, function.signature()));
	}

	private ExportAddress address(ModuleSource source, FunctionSignature signature) {
		long free = signature.returnsOwned() ? require(source, signature, signature.freeSymbol()) : 0;
		long freeError = signature.error().isPresent() ? require(source, signature, signature.errorFreeSymbol()) : 0;
		return new ExportAddress(require(source, signature, signature.symbol()), free, freeError);
	}

	private long require(ModuleSource source, FunctionSignature function, String symbol) {
		return symbol(symbol).orElseThrow(() -> RelibSymbols.missing(source, function, symbol));
	}

	/** Binds a function of a library without a toolkit. */
	ExportCall plainFunction(ModuleSource source, JavaFunction function) {
		FunctionSignature signature = function.signature();
		long address = VersionedSymbol.of(signature.name())
			.find(this)
			.orElseThrow(() -> PlainLibrary.missing(source, signature));
		return ExportCall.ofPlain(this.linker, function, address, callbacks(source));
	}

	private synchronized PlainCallbacks callbacks(ModuleSource source) {
		PlainCallbacks known = this.callbacks;
		if (known == null) {
			known = new PlainCallbacks(this.linker, source.module());
			this.callbacks = known;
		}
		return known;
	}

	/**
	 * Finds a symbol of a version.
	 * @param name its name
	 * @param version its version
	 * @return its address; empty if the library has no such symbol
	 */
	OptionalLong symbol(String name, String version) {
		return known(name + "@" + version, () -> NativeAccess.current().loader().symbol(this.handle, name, version));
	}

	/** Binds a function that the host itself calls, if the library has it. */
	Optional<ExportCall> lifecycle(LifecycleFunction function) {
		OptionalLong address = symbol(function.symbol());
		return address.isPresent() ? Optional.of(ignoringResult(function, address.getAsLong())) : Optional.empty();
	}

	/**
	 * A function of upstream's crates may return memory, which nobody else would free.
	 */
	private ExportCall ignoringResult(LifecycleFunction function, long address) {
		OptionalLong free = symbol(function.freeSymbol());
		return free.isPresent() ? ExportCall.ignoringResult(this.linker, address, free.getAsLong())
				: bind(JavaFunction.withoutValues(function.signature()), address, 0);
	}

	/** Binds the main function, whose result the host reads. */
	ExportCall main(JavaFunction function) {
		return bind(function, symbol(LifecycleFunction.MAIN.symbol()).orElseThrow(),
				symbol(LifecycleFunction.MAIN.freeSymbol()).orElse(0));
	}

	private ExportCall bind(JavaFunction function, long address, long free) {
		return ExportCall.of(this.linker, function, new ExportAddress(address, free, 0));
	}

	/**
	 * Writes the addresses of an import into the library's slots for it.
	 * @param function the import
	 * @param address the address of the function, valid as long as the library is mapped
	 * @param freeAddress the address of the function that frees its owned returns; 0 if
	 * it has none
	 */
	public void fillSlots(FunctionSignature function, long address, long freeAddress) {
		fillSlot(function.symbol(), address);
		if (function.returnsOwned()) {
			fillSlot(function.freeSymbol(), freeAddress);
		}
	}

	private void fillSlot(String symbol, long address) {
		NativeMemory.putLongAt(symbol(symbol).orElseThrow(), address);
	}

	/**
	 * Ends the callbacks of a library that is never closed.
	 * @return what has to be kept reachable until the process ends; empty if the library
	 * keeps none
	 */
	public synchronized List<Object> endCallbacks() {
		return (this.callbacks != null) ? this.callbacks.endForGood() : List.of();
	}

	/**
	 * Closes the library, which runs its destructors on the calling thread. The handle is
	 * invalid afterwards.
	 * @throws dev.relib.os.LoaderException if the loader refuses
	 */
	public void close() {
		NativeAccess.current().loader().close(this.handle);
		synchronized (this) {
			if (this.callbacks != null) {
				this.callbacks.end();
			}
		}
	}

}
