package dev.relib.module.kind;

import java.util.Optional;
import java.util.OptionalLong;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.JavaFunction;
import dev.relib.link.Linker;
import dev.relib.marshal.ExportAddress;
import dev.relib.marshal.ExportCall;
import dev.relib.module.ModuleSource;
import dev.relib.module.call.LifecycleFunction;
import dev.relib.os.NativeAccess;
import dev.relib.os.NativeMemory;

/**
 * A handle of the system's loader, with the symbols of the module's ABI behind it.
 */
public final class OpenLibrary {

	private final long handle;

	private final Linker linker;

	/**
	 * Takes a handle over.
	 * @param handle an open library
	 * @param linker how its functions are called
	 */
	public OpenLibrary(long handle, Linker linker) {
		this.handle = handle;
		this.linker = linker;
	}

	/**
	 * Finds a symbol.
	 * @param name its name
	 * @return its address, or empty if the library has none
	 */
	public OptionalLong symbol(String name) {
		return NativeAccess.current().loader().symbol(this.handle, name);
	}

	ExportCall export(ModuleSource source, JavaFunction function) {
		FunctionSignature signature = function.signature();
		long free = signature.returnsOwned() ? require(source, signature, signature.freeSymbol()) : 0;
		long freeError = signature.error().isPresent() ? require(source, signature, signature.errorFreeSymbol()) : 0;
		return ExportCall.of(this.linker, function,
				new ExportAddress(require(source, signature, signature.symbol()), free, freeError));
	}

	private long require(ModuleSource source, FunctionSignature function, String symbol) {
		return symbol(symbol).orElseThrow(() -> RelibSymbols.missing(source, function, symbol));
	}

	/**
	 * A function of a library that knows nothing of this host.
	 */
	ExportCall plainFunction(ModuleSource source, JavaFunction function) {
		FunctionSignature signature = function.signature();
		long address = symbol(signature.name()).orElseThrow(() -> PlainLibrary.missing(source, signature));
		return ExportCall.ofPlain(this.linker, function, address);
	}

	/**
	 * A function that the host itself calls, if the module has it.
	 */
	Optional<ExportCall> lifecycle(LifecycleFunction function) {
		OptionalLong address = symbol(function.symbol());
		return address.isPresent() ? Optional.of(ExportCall.of(this.linker,
				JavaFunction.withoutValues(function.signature()), new ExportAddress(address.getAsLong(), 0, 0)))
				: Optional.empty();
	}

	/**
	 * Writes a stub into the slots that the module calls an import through.
	 * @param function the import
	 * @param stub the stub, to be held for as long as the library is mapped
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
	 * Runs the library's destructors on this thread. Nobody uses the library from now on.
	 * @throws dev.relib.os.LoaderException if the loader refuses
	 */
	public void close() {
		NativeAccess.current().loader().close(this.handle);
	}

}
