// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.time.Duration;
import java.time.Instant;

import dev.relib.module.UnloadReport;
import org.jspecify.annotations.Nullable;

/**
 * An operation on a module that has ended. Immutable.
 *
 * @param module the module's name
 * @param kind the operation and its outcome
 * @param generation the id of the generation that was loaded or unloaded; 0 if the module
 * had none
 * @param time when the operation began
 * @param duration how long it took
 * @param message the reason for a failure; {@code null} after a success
 * @param report the report of an unload; {@code null} for a load or reload
 */
public record ModuleEvent(String module, Kind kind, long generation, Instant time, Duration duration,
		@Nullable String message, @Nullable UnloadReport report) {

	/**
	 * Operations and their outcomes.
	 */
	public enum Kind {

		/** A module without a generation was loaded. */
		LOADED("Loaded"),
		/** A generation could not be loaded. An earlier one continues to serve. */
		LOAD_FAILED("Failed to load"),
		/** A new generation took over all callers. */
		RELOADED("Reloaded"),
		/** A generation's library was removed from the process. */
		UNLOADED("Unloaded"),
		/** A generation's library was closed and is still mapped. */
		PINNED("Closed, but did not unmap,"),
		/** A generation could not be unloaded and is still loaded. */
		UNLOAD_REFUSED("Did not unload");

		private final String text;

		Kind(String text) {
			this.text = text;
		}

		/**
		 * Returns the beginning of a sentence whose next word is the module.
		 * @return for example {@code Failed to load}
		 */
		public String text() {
			return this.text;
		}

	}

}
