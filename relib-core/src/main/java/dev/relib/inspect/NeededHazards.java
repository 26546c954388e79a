// SPDX-License-Identifier: Apache-2.0
package dev.relib.inspect;

import java.util.List;
import java.util.stream.Stream;

import dev.relib.module.Hazard.Type;
import dev.relib.module.Hazard;
import dev.relib.module.NeededLibrary;

/**
 * Finds the hazards in the libraries that a library needs.
 */
final class NeededHazards {

	private NeededHazards() {
	}

	static Stream<Hazard> of(List<NeededLibrary> needed) {
		return needed.stream().flatMap(NeededHazards::of);
	}

	private static Stream<Hazard> of(NeededLibrary library) {
		Stream<Hazard> place = switch (library.status()) {
			case MISSING -> Stream.of(new Hazard(Type.MISSING_LIBRARY,
					library.neededBy() + " needs " + library.name() + ", which is not on this machine",
					"Install it, or name its directory in LD_LIBRARY_PATH before the JVM starts."));
			case BESIDE -> Stream.of(new Hazard(Type.BESIDE_THE_LIBRARY,
					library.neededBy() + " needs " + library.name()
							+ ", which is found beside it ($ORIGIN), but not beside the private copy that a host loads",
					"Link it statically, install it, or name its directory in LD_LIBRARY_PATH before the JVM "
							+ "starts."));
			case FOUND, NOT_SEARCHED -> Stream.empty();
		};
		return Stream.concat(place,
				library.missingVersions()
					.stream()
					.map((version) -> new Hazard(Type.MISSING_VERSION,
							library.neededBy() + " needs " + version + " of " + library.name() + ", which "
									+ library.path() + " does not have",
							"Build it on a system as old as this one, or bring a newer " + library.name() + ".")));
	}

}
