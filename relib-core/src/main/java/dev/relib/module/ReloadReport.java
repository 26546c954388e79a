package dev.relib.module;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What a reload has done.
 *
 * @param generation the id of the generation that serves now
 * @param duration how long it took
 * @param previous what became of the generation before; {@code null} if there was none,
 * or if the reload was asked for from inside a call of it, which has to return first
 */
public record ReloadReport(long generation, Duration duration, @Nullable UnloadReport previous) {

}
