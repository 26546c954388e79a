package dev.relib.module;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * One attempt to unload a generation: what it has done and found.
 *
 * @param generation the id of the generation
 * @param outcome how it ended
 * @param reason why it did not end with {@link Outcome#UNLOADED}
 * @param detail the reason in words, {@code null} if there is none to add
 * @param started when it began
 * @param duration how long it took
 * @param callsInFlight calls that had not returned
 * @param threads threads of the module that were running
 * @param mappings lines of the process maps that still name the library
 * @param leakReport what the module had not given back, of an unloaded module
 */
public record UnloadReport(long generation, Outcome outcome, @Nullable Reason reason, @Nullable String detail,
		Instant started, Duration duration, int callsInFlight, List<ModuleThread> threads, List<String> mappings,
		LeakReport leakReport) {

	public UnloadReport {
		threads = List.copyOf(threads);
		mappings = List.copyOf(mappings);
	}

	/**
	 * The memory that the module had not given back.
	 * @return its leaks, none of a module that is not unloaded
	 */
	public MemoryLeaks leaks() {
		return this.leakReport.leaks();
	}

	/**
	 * Why the library is still there, in words.
	 * @return the reason, with what is behind it; {@code null} if the library is gone
	 */
	public @Nullable String describe() {
		if (this.reason == null) {
			return null;
		}
		String text = this.reason.text() + ((this.detail != null) ? " (" + this.detail + ")" : "");
		return switch (this.reason) {
			case CALLS_IN_FLIGHT -> text + " (" + this.callsInFlight + " after " + this.duration.toMillis()
					+ " ms); try again when they have returned";
			case THREADS_RUNNING -> text + ": " + this.threads.stream()
				.map((thread) -> "'" + thread.name() + "' (id " + thread.id() + ", started by " + thread.origin() + ")")
				.collect(Collectors.joining(", ")) + "; end them in before_unload";
			case INSIDE_CALL -> text + "; unload it from another thread, or after the call has returned";
			default -> text;
		};
	}

	/**
	 * How an attempt ended.
	 */
	public enum Outcome {

		/** The library is gone from the process. */
		UNLOADED,
		/** The library is closed but still mapped; nothing of it is called any more. */
		PINNED,
		/** Nothing was closed; it can be tried again. */
		REFUSED

	}

	/**
	 * Why a library is still there.
	 */
	public enum Reason {

		/** Calls had not returned in time. */
		CALLS_IN_FLIGHT("calls are in flight"),
		/** The attempt came from inside a call of the module. */
		INSIDE_CALL("it was asked for from inside a call of the module"),
		/** Modules are loaded for as long as the process lives. */
		UNLOADING_OFF("unloading is switched off (relib.unloading)"),
		/** The module is not loaded. */
		NOT_LOADED("it is not loaded"),
		/** {@code before_unload} panicked or one of its imports failed. */
		BEFORE_UNLOAD_FAILED("before_unload failed"),
		/** {@code before_unload} had not returned in time. */
		BEFORE_UNLOAD_RUNNING("before_unload has not returned"),
		/** Threads of the module had not ended in time. */
		THREADS_RUNNING("threads of the module are running"),
		/** A thread that ends has not got through its destructors in time. */
		DESTRUCTORS_RUNNING("a thread that ends is still in destructors of the module"),
		/** The loader keeps the library mapped. */
		STILL_MAPPED("the loader keeps the library mapped");

		private final String text;

		Reason(String text) {
			this.text = text;
		}

		/**
		 * The reason in words.
		 * @return a clause
		 */
		public String text() {
			return this.text;
		}

	}

}
