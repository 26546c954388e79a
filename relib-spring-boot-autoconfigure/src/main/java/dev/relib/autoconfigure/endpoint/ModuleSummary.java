// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.endpoint;

import dev.relib.ModuleInfo;
import dev.relib.module.GenerationInfo;
import org.jspecify.annotations.Nullable;

/**
 * A module in brief.
 *
 * @param state the module's state, a constant of {@link dev.relib.module.ModuleState}
 * @param generation the id of the generation that serves, {@code null} if none does
 * @param version the module's own version string, {@code null} if it has none or no
 * generation serves
 * @param path the path that the module's library is read from
 * @param callsInFlight the number of calls that have not returned yet
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
