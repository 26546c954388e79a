package dev.relib.autoconfigure.endpoint;

import java.time.Duration;
import java.time.Instant;

import dev.relib.ModuleEvent;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a module.
 *
 * @param event what happened
 * @param generation the id of the generation that it happened to
 * @param time when it began
 * @param duration how long it took
 * @param message why it failed, {@code null} if it did not
 * @param report what an unload has found, {@code null} if there was none
 */
public record EventDescriptor(String event, long generation, Instant time, Duration duration, @Nullable String message,
		@Nullable UnloadDescriptor report) {

	static EventDescriptor of(ModuleEvent event) {
		return new EventDescriptor(event.kind().name(), event.generation(), event.time(), event.duration(),
				event.message(), UnloadDescriptor.of(event.report()));
	}

}
