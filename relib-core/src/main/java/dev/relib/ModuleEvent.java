package dev.relib;

import java.time.Duration;
import java.time.Instant;

import dev.relib.module.UnloadReport;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a module.
 *
 * @param module its name
 * @param kind what happened
 * @param generation the id of the generation that it happened to
 * @param time when it began
 * @param duration how long it took
 * @param message why it failed, {@code null} if it did not
 * @param report what an unload has found, {@code null} if there was none
 */
public record ModuleEvent(String module, Kind kind, long generation, Instant time, Duration duration,
		@Nullable String message, @Nullable UnloadReport report) {

	/**
	 * What happened.
	 */
	public enum Kind {

		/** A generation was loaded where none served. */
		LOADED("Loaded"),
		/** A generation could not be loaded. */
		LOAD_FAILED("Failed to load"),
		/** A generation took the place of another one. */
		RELOADED("Reloaded"),
		/** A generation was taken out of the process. */
		UNLOADED("Unloaded"),
		/** A generation was closed but is still mapped. */
		PINNED("Closed, but did not unmap,"),
		/** A generation could not be unloaded. */
		UNLOAD_REFUSED("Did not unload");

		private final String text;

		Kind(String text) {
			this.text = text;
		}

		/**
		 * What happened, in words.
		 * @return the begin of a sentence that goes on with the module
		 */
		public String text() {
			return this.text;
		}

	}

}
