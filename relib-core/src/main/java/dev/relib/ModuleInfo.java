package dev.relib;

import java.nio.file.Path;
import java.util.List;

import dev.relib.module.GenerationInfo;
import dev.relib.module.ModuleState;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a module.
 *
 * @param name its name
 * @param state where it is in its life
 * @param path where its library is read from
 * @param serving the generation that serves, {@code null} if none does
 * @param retired earlier generations that could not be unloaded yet
 * @param history what happened to it, newest first
 */
public record ModuleInfo(String name, ModuleState state, Path path, @Nullable GenerationInfo serving,
		List<GenerationInfo> retired, List<ModuleEvent> history) {

	public ModuleInfo {
		retired = List.copyOf(retired);
		history = List.copyOf(history);
	}

}
