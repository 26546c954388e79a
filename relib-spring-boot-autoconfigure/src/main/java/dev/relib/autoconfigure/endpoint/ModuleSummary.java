package dev.relib.autoconfigure.endpoint;

import dev.relib.ModuleInfo;
import dev.relib.module.GenerationInfo;
import org.jspecify.annotations.Nullable;

/**
 * A module in a line.
 *
 * @param state where it is in its life
 * @param generation how many times it was loaded, {@code null} if it is not loaded
 * @param version the version that its author gave it, {@code null} likewise
 * @param path where its library is read from
 * @param callsInFlight calls of it that are running
 */
public record ModuleSummary(String state, @Nullable Long generation, @Nullable String version, String path,
		int callsInFlight) {

	static ModuleSummary of(ModuleInfo info) {
		GenerationInfo serving = info.serving();
		return new ModuleSummary(info.state().name(), (serving != null) ? serving.id() : null,
				(serving != null) ? serving.buildInfo().get("version") : null, info.path().toString(),
				(serving != null) ? serving.callsInFlight() : 0);
	}

}
