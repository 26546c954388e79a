// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The result of a reload. Immutable.
 *
 * @param generation the id of the generation that serves now
 * @param duration how long the reload took, with the unload of the previous generation
 * @param previous the unload of the previous generation; {@code null} if there was none,
 * or if it is unloaded later because the reload came from inside one of its calls
 * @param staleLibraries the libraries that the module needs which have changed and were
 * not loaded anew, because others use them, a clause for each
 */
public record ReloadReport(long generation, Duration duration, @Nullable UnloadReport previous,
		List<String> staleLibraries) {

}
