// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.util.List;

import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The reason why an unload ends before the library is gone.
 *
 * @param outcome whether the module continues or its library stays mapped
 * @param reason the reason
 * @param detail further information about the reason; {@code null} if there is none
 * @param mappings lines of the process maps that still name the library
 */
record Obstacle(Outcome outcome, Reason reason, @Nullable String detail, List<String> mappings) {

	/** The module continues as before. The unload can be tried again. */
	static Obstacle refused(Reason reason) {
		return refused(reason, null);
	}

	/** The module continues as before. The unload can be tried again. */
	static Obstacle refused(Reason reason, @Nullable String detail) {
		return new Obstacle(Outcome.REFUSED, reason, detail, List.of());
	}

	/** The library stays mapped and is not called again. */
	static Obstacle pinned(@Nullable String detail) {
		return pinned(detail, List.of());
	}

	/** The library stays mapped, as somebody else may call it. */
	static Obstacle pointerKept(String detail) {
		return new Obstacle(Outcome.PINNED, Reason.POINTER_KEPT, detail, List.of());
	}

	/** The library stays mapped and is not called again. */
	static Obstacle pinned(@Nullable String detail, List<String> mappings) {
		return new Obstacle(Outcome.PINNED, Reason.STILL_MAPPED, detail, mappings);
	}

}
