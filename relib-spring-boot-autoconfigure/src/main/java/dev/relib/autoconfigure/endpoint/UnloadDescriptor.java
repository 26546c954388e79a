package dev.relib.autoconfigure.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.relib.module.UnloadReport;
import dev.relib.runtime.ModuleRuntime.Leaks;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt to unload a version has done and found.
 *
 * @param generation the version
 * @param outcome how it ended
 * @param reason why it did not end with the library gone, {@code null} if it did
 * @param message the reason in words, {@code null} likewise
 * @param started when it began
 * @param duration how long it took
 * @param callsInFlight calls that had not returned
 * @param threads threads of the module that were running
 * @param mappings lines of the process maps that still name the library
 * @param leaks what the module had not given back
 */
public record UnloadDescriptor(long generation, String outcome, @Nullable String reason, @Nullable String message,
		Instant started, Duration duration, int callsInFlight, List<ThreadDescriptor> threads, List<String> mappings,
		Leaks leaks) {

	static @Nullable UnloadDescriptor of(@Nullable UnloadReport report) {
		return (report != null)
				? new UnloadDescriptor(report.version(), report.outcome().name(),
						(report.reason() != null) ? report.reason().name() : null, report.describe(), report.started(),
						report.duration(), report.callsInFlight(),
						report.threads().stream().map(ThreadDescriptor::of).toList(), report.mappings(), report.leaks())
				: null;
	}

}
