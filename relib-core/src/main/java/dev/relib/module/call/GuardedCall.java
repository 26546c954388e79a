// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

import dev.relib.contract.DeclaredException;
import dev.relib.failure.ImportFailedException;
import dev.relib.failure.ModulePanicException;
import dev.relib.marshal.DirectExport;
import dev.relib.marshal.ExportCall;
import org.jspecify.annotations.Nullable;

/**
 * A function that is called through the guard, on the generation that serves.
 */
abstract class GuardedCall {

	private final String module;

	private final CallGuard guard;

	private final String function;

	private final Optional<DeclaredException> exception;

	/**
	 * Creates a call of a function.
	 * @param function its qualified name
	 * @param exception the exception that it declares
	 */
	GuardedCall(String module, CallGuard guard, String function, Optional<DeclaredException> exception) {
		this.module = module;
		this.guard = guard;
		this.function = function;
		this.exception = exception;
	}

	/** Finds the function in a generation. */
	abstract ExportCall bound(Generation generation);

	/** Counts a call, if it is one of an export. */
	void count(CallFrame frame) {
	}

	/** Counts a panic, if it is one of an export. */
	void countPanic(CallCounts counts) {
	}

	/** Counts a failed import, if an export has called it. */
	void countFailedImport(CallCounts counts) {
	}

	/** Returns what the caller gets for a result. */
	@Nullable Object returned(@Nullable Object result) {
		return result;
	}

	/** Returns what the caller gets after a panic. */
	@Nullable Object panicked(ModulePanicException panic) {
		throw panic;
	}

	final @Nullable Object call(@Nullable Object[] arguments) throws Throwable {
		CallFrame frame = this.guard.enter();
		try {
			return callIn(frame, arguments);
		}
		finally {
			this.guard.exit(frame);
		}
	}

	/** Makes the call in a frame that the caller has entered and leaves. */
	final @Nullable Object callIn(CallFrame frame, @Nullable Object[] arguments) throws Throwable {
		count(frame);
		Generation generation = frame.generation();
		OwnerThread other = generation.otherThread();
		if (other != null) {
			return callOn(other, generation, arguments);
		}
		Object result = frame.call(bound(generation), arguments);
		byte outcome = frame.takeOutcome();
		return (outcome == ExportCall.RETURNED) ? returned(result) : end(generation, failure(frame, outcome, result));
	}

	private @Nullable Object callOn(OwnerThread other, Generation generation, @Nullable Object[] arguments)
			throws Throwable {
		return end(generation, other.run(() -> callFor(generation, arguments)));
	}

	/**
	 * Ends a call of a direct export, which has not returned.
	 * @param error where a declared error is
	 */
	final @Nullable Object failedIn(CallFrame frame, long error) throws Throwable {
		byte outcome = frame.takeOutcome();
		boolean declared = outcome == ExportCall.DECLARED_ERROR && error != 0;
		return end(frame.generation(), failure(frame, outcome, declared ? directIn(frame).readError(error) : null));
	}

	/** Reads the return of a direct export. */
	final @Nullable Object readIn(CallFrame frame, Object returned) {
		return returned(directIn(frame).read(returned));
	}

	private DirectExport directIn(CallFrame frame) {
		return (DirectExport) bound(frame.generation());
	}

	private @Nullable Object end(Generation generation, @Nullable Object result) throws Throwable {
		if (result instanceof Panic panic) {
			return panicked(new ModulePanicException(this.module, generation.id(), this.function, panic.message()));
		}
		if (result instanceof DeclaredError error) {
			throw error.thrown();
		}
		if (result instanceof ImportFailure failure) {
			throw failure.exception(this.module, this.function);
		}
		return returned(result);
	}

	/** Makes the call on the generation's owner thread, while the caller waits. */
	private @Nullable Object callFor(Generation generation, @Nullable Object[] arguments) {
		CallFrame frame = this.guard.enterFor(generation);
		try {
			return call(frame, arguments);
		}
		finally {
			this.guard.exit(frame);
		}
	}

	/**
	 * Makes the call on this thread, and takes the panic's message, which only this
	 * thread has.
	 */
	private @Nullable Object call(CallFrame frame, @Nullable Object[] arguments) {
		Object result = frame.call(bound(frame.generation()), arguments);
		byte outcome = frame.takeOutcome();
		return (outcome == ExportCall.RETURNED) ? result : failure(frame, outcome, result);
	}

	private Object failure(CallFrame frame, byte outcome, @Nullable Object result) {
		Generation generation = frame.generation();
		if (outcome == ExportCall.IMPORT_FAILED) {
			countFailedImport(this.guard.counts());
			Throwable failure = frame.takeFailure();
			return new ImportFailure(failure, (failure != null) ? Optional.empty() : generation.takePanicMessage());
		}
		if (outcome == ExportCall.DECLARED_ERROR && this.exception.isPresent() && result != null) {
			return new DeclaredError(this.exception.get(), result);
		}
		countPanic(this.guard.counts());
		return new Panic(generation.takePanicMessage().orElse("no message"));
	}

	/**
	 * A panic in place of a result.
	 */
	private record Panic(String message) {

	}

	/**
	 * A declared error in place of a result. The exception is created on the caller's
	 * thread, so that it has the caller's stack trace.
	 */
	private record DeclaredError(DeclaredException type, Object content) {

		Throwable thrown() throws ReflectiveOperationException {
			try {
				return (Throwable) this.type.constructor().newInstance(this.content);
			}
			catch (InvocationTargetException ex) {
				return ex.getCause();
			}
		}

	}

	/**
	 * A failed import in place of a result.
	 */
	private record ImportFailure(@Nullable Throwable thrown, Optional<String> reason) {

		Throwable exception(String module, String function) {
			return (this.thrown != null) ? this.thrown : new ImportFailedException(module, function, this.reason
				.orElse("an import failed on another thread; call imports on the thread that runs the export"));
		}

	}

}
