// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.util.stream.Collectors;

import dev.relib.module.Hazard;
import dev.relib.module.kind.LibraryInspection;

/**
 * Says what keeps a library mapped that was closed.
 */
final class Keeper {

	private static final String OF_GO = "it has the runtime of Go, which never ends: a reload puts another copy beside "
			+ "this one, and only the end of the process frees them";

	private static final String UNKNOWN = "why is unknown: it may have opened itself, or another library has opened it "
			+ "and not closed it";

	private Keeper() {
	}

	/** Returns a clause with the fix, if there is one. */
	static String of(LoadedGeneration generation) {
		LibraryInspection inspection = generation.inspection();
		if (inspection.has(Hazard.Type.GO_RUNTIME)) {
			return OF_GO;
		}
		if (!generation.isUnpinned() && inspection.hazards().stream().anyMatch(Hazard::pins)) {
			return inspection.hazards()
				.stream()
				.filter(Hazard::pins)
				.map(Hazard::toString)
				.collect(Collectors.joining(" "));
		}
		return generation.look()
			.reference()
			.map((reference) -> reference + ": it goes only together with that library, or after it")
			.orElse(UNKNOWN);
	}

}
