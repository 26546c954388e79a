// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The result of an attempt to unload a generation. Immutable.
 *
 * @param generation the id of the generation; 0 if the module was not loaded
 * @param outcome the outcome
 * @param reason why the library is still mapped; {@code null} if it was unloaded
 * @param detail further information about the reason; {@code null} if there is none
 * @param started when the attempt began
 * @param duration how long it took
 * @param callsInFlight the number of threads that were inside the generation at the end
 * @param threads the module's threads that were running at the end of a refused attempt
 * @param mappings lines of {@code /proc/self/maps} that still name the library, or one
 * that only it needed
 * @param leakReport the resources that the module had not released;
 * {@link LeakReport#NOT_COUNTED} unless its own library has gone
 * @param processChanges what the generation has changed of the process in its
 * constructors, its main function and its {@code before_unload}
 */
public record UnloadReport(long generation, Outcome outcome, @Nullable Reason reason, @Nullable String detail,
		Instant started, Duration duration, int callsInFlight, List<ModuleThread> threads, List<String> mappings,
		LeakReport leakReport, List<ProcessChange> processChanges) {

	public UnloadReport {
		threads = List.copyOf(threads);
		mappings = List.copyOf(mappings);
		processChanges = List.copyOf(processChanges);
	}

	/**
	 * Returns the memory that the module had not freed.
	 * @return the leaks; not counted unless its own library has gone
	 */
	public MemoryLeaks leaks() {
		return this.leakReport.leaks();
	}

	/**
	 * Explains why the library is still mapped, and what to do about it.
	 * @return a clause; {@code null} if the module was unloaded
	 */
	public @Nullable String describe() {
		if (this.reason == null) {
			return null;
		}
		String text = this.reason.text() + ((this.detail != null) ? " (" + this.detail + ")" : "");
		return switch (this.reason) {
			case CALLS_IN_FLIGHT -> text + " (" + this.callsInFlight + " after " + this.duration.toMillis()
					+ " ms); try again when they have returned";
			case THREADS_RUNNING ->
				text + ": " + this.threads.stream().map(ModuleThread::describe).collect(Collectors.joining(", "))
						+ "; end them in before_unload";
			case INSIDE_CALL -> text + "; unload it from another thread, or after the call has returned";
			default -> text;
		};
	}

	/**
	 * Outcomes of an attempt.
	 */
	public enum Outcome {

		/** The library was removed from the process. */
		UNLOADED,
		/**
		 * The library, or one that only it needed, is still mapped, though the module has
		 * ended. It is never called again.
		 */
		PINNED,
		/** The module is loaded and serves as before. The unload can be tried again. */
		REFUSED

	}

	/**
	 * Reasons for a library that is still mapped.
	 */
	public enum Reason {

		/** Calls had not returned within the timeout. */
		CALLS_IN_FLIGHT("calls are in flight"),
		/** The attempt came from inside a call of the module. */
		INSIDE_CALL("it was asked for from inside a call of the module"),
		/** Unloading is switched off. */
		UNLOADING_OFF("unloading is switched off (relib.unloading)"),
		/** The loader of the system is inside another library, and lets nobody in. */
		LOADER_BUSY("the loader of the system is opening another library"),
		/** The module is not loaded. */
		NOT_LOADED("it is not loaded"),
		/** {@code before_unload} panicked, or one of its imports failed. */
		BEFORE_UNLOAD_FAILED("before_unload failed"),
		/** {@code before_unload} had not returned within the timeout. */
		BEFORE_UNLOAD_RUNNING("before_unload has not returned"),
		/** Threads of the module had not ended within the timeout. */
		THREADS_RUNNING("threads of the module are running"),
		/**
		 * An ending thread had not finished the module's destructors within the timeout.
		 */
		DESTRUCTORS_RUNNING("a thread that ends is still in destructors of the module"),
		/** The attempt has thrown an exception. */
		UNLOAD_FAILED("the unload failed"),
		/**
		 * A library that stays has a pointer to one of its functions, which it may call.
		 */
		POINTER_KEPT("another library may call it"),
		/** The library was closed and the process maps still name it. */
		STILL_MAPPED("the loader keeps the library mapped");

		private final String text;

		Reason(String text) {
			this.text = text;
		}

		/**
		 * Returns the reason in words.
		 * @return a clause
		 */
		public String text() {
			return this.text;
		}

	}

}
