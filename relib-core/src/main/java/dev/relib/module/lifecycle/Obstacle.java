package dev.relib.module.lifecycle;

import java.util.List;

import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Why an unload has not gone through.
 *
 * @param outcome whether the module goes on or its library stays
 * @param reason the reason
 * @param detail the reason in words, {@code null} if there is none to add
 * @param mappings lines of the process maps that still name the library
 */
record Obstacle(Outcome outcome, Reason reason, @Nullable String detail, List<String> mappings) {

	/** The module goes on as before; the unload may be tried again. */
	static Obstacle refused(Reason reason) {
		return refused(reason, null);
	}

	/** The module goes on as before; the unload may be tried again. */
	static Obstacle refused(Reason reason, @Nullable String detail) {
		return new Obstacle(Outcome.REFUSED, reason, detail, List.of());
	}

	/** The library stays mapped, and nothing of it is called again. */
	static Obstacle pinned(@Nullable String detail) {
		return pinned(detail, List.of());
	}

	/** The library stays mapped, and nothing of it is called again. */
	static Obstacle pinned(@Nullable String detail, List<String> mappings) {
		return new Obstacle(Outcome.PINNED, Reason.STILL_MAPPED, detail, mappings);
	}

}
