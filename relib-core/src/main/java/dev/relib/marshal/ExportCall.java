// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.invoke.MethodHandle;
import java.util.Optional;

import dev.relib.contract.Direction;
import dev.relib.contract.JavaFunction;
import dev.relib.failure.InvalidValueException;
import dev.relib.link.FunctionShape;
import dev.relib.link.Linker;
import dev.relib.link.RestoringLinker;
import org.jspecify.annotations.Nullable;

/**
 * An export of a module, ready to be called.
 */
@FunctionalInterface
public interface ExportCall {

	/** In the outcome byte: the export panicked. */
	byte PANICKED = 0;

	/** In the outcome byte: the export returned. */
	byte RETURNED = 1;

	/** In the outcome byte: an import that the export called failed. */
	byte IMPORT_FAILED = 2;

	/** In the outcome byte: the export failed in the way that it declares. */
	byte DECLARED_ERROR = 3;

	/**
	 * Makes an export of a module callable.
	 * @param linker makes the call
	 * @param function the export
	 * @param address where the library has it
	 * @return the callable, usable by any thread while the library is open
	 */
	static ExportCall of(Linker linker, JavaFunction function, ExportAddress address) {
		return new RelibCall(linker, function, address, ValueCodecs.ofParameters(function, Direction.EXPORTS),
				!(linker instanceof RestoringLinker));
	}

	/**
	 * The shape of an export of a module, for a caller that has its own handle of it.
	 * @param function the export
	 * @return the shape of a {@link DirectExport}
	 */
	static FunctionShape shape(JavaFunction function) {
		return RelibCall.shape(function);
	}

	/**
	 * Makes exports callable in Java's state.
	 * @param linker makes the call
	 * @param function the export
	 * @return calls any export of its {@link #shape}, and takes arrays in place of
	 * addresses; empty if the export is an ordinary one, or the linker has no such call
	 */
	static Optional<MethodHandle> critical(Linker linker, JavaFunction function) {
		return function.isCritical() ? linker.critical(shape(function), CriticalArray.type(function, shape(function)))
				: Optional.empty();
	}

	/**
	 * Makes a C function callable that knows nothing of this host, and always returns.
	 * Its method says how values cross; what the function keeps of them stays valid for
	 * the call only, callbacks that it keeps excepted.
	 * @param linker makes the call
	 * @param function the function
	 * @param address where the library has it
	 * @param callbacks the callbacks of the library
	 * @return the callable, usable by any thread while the library is open
	 * @throws dev.relib.failure.InvalidContractException if a value of the method can not
	 * cross
	 */
	static ExportCall ofPlain(Linker linker, JavaFunction function, long address, PlainCallbacks callbacks) {
		return new PlainCall(linker, function, address, callbacks);
	}

	/**
	 * Checks that the values of a C function can cross.
	 * @param function the function
	 * @throws dev.relib.failure.InvalidContractException naming the first that can not
	 */
	static void requirePlain(JavaFunction function) {
		new PlainReader(function.method().orElseThrow()).read();
	}

	/**
	 * Makes an export callable that takes records by value.
	 * @param linker makes the call
	 * @param function the export
	 * @param address where the library has it
	 * @return the callable, usable by any thread while the library is open
	 */
	static ExportCall byValue(Linker linker, JavaFunction function, ExportAddress address) {
		return new RelibCall(linker, function, address, ValueCodecs.ofParametersByValue(function), false);
	}

	/**
	 * Makes an export callable that returns memory which the host does not read.
	 * @param linker makes the call
	 * @param address where the library has it
	 * @param free where the library has the function that frees what it returns
	 * @return the callable, which returns nothing
	 */
	static ExportCall ignoringResult(Linker linker, long address, long free) {
		return new IgnoringCall(linker, address, free);
	}

	/**
	 * Calls the export.
	 * @param outcome the address of a byte of the calling thread, which holds
	 * {@link #PANICKED} and receives the outcome
	 * @param arguments Java values as the signature says
	 * @return the Java value, or the record of the declared error; {@code null} if it
	 * returns nothing or did neither
	 * @throws InvalidValueException before the call if an argument can not cross, after
	 * it if the module's return or error is no value of the declared type
	 */
	@Nullable Object call(long outcome, @Nullable Object[] arguments);

}
