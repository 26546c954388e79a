// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.endpoint;

import java.time.Duration;
import java.time.Instant;

import dev.relib.ModuleEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event in the history of a module.
 *
 * @param event the kind of the event, a constant of {@link ModuleEvent.Kind}
 * @param generation the id of the generation concerned
 * @param time when the operation began
 * @param duration how long the operation took
 * @param message why the operation failed, {@code null} if it succeeded
 * @param report the report of the unload, {@code null} for other kinds of events
 */
public record EventDescriptor(String event, long generation, Instant time, Duration duration, @Nullable String message,
		@Nullable UnloadDescriptor report) {

	static EventDescriptor of(ModuleEvent event) {
		return new EventDescriptor(event.kind().name(), event.generation(), event.time(), event.duration(),
				event.message(), UnloadDescriptor.of(event.report()));
	}

}
