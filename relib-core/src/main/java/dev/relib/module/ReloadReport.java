package dev.relib.module;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What a reload has done.
 *
 * @param version the id of the version that serves now
 * @param duration how long it took
 * @param previous what became of the version before; {@code null} if there was none, or
 * if the reload was asked for from inside a call of it, which has to return first
 */
public record ReloadReport(long version, Duration duration, @Nullable UnloadReport previous) {

}
