// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The result of a reload. Immutable.
 *
 * @param generation the id of the generation that serves now
 * @param duration how long the reload took, with the unload of the previous generation
 * @param previous the unload of the previous generation; {@code null} if there was none,
 * or if it is unloaded later because the reload came from inside one of its calls
 */
public record ReloadReport(long generation, Duration duration, @Nullable UnloadReport previous) {

}
