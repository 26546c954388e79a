// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.nio.file.Path;
import java.util.List;

import dev.relib.module.GenerationInfo;
import dev.relib.module.ModuleState;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a module. Immutable.
 *
 * @param name the module's name
 * @param state its state
 * @param path the path that its library is loaded from
 * @param serving the generation that serves callers; {@code null} if the module is not
 * loaded
 * @param retired replaced generations that are not unloaded yet, the oldest first
 * @param history its latest events, the newest first
 */
public record ModuleInfo(String name, ModuleState state, Path path, @Nullable GenerationInfo serving,
		List<GenerationInfo> retired, List<ModuleEvent> history) {

	public ModuleInfo {
		retired = List.copyOf(retired);
		history = List.copyOf(history);
	}

}
