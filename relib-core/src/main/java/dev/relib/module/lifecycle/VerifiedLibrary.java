// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.util.List;

import dev.relib.image.PrivateCopy;
import dev.relib.module.Hazard;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleSource;
import dev.relib.module.Threading;
import dev.relib.module.kind.LibraryInspection;

/**
 * A library that has passed all checks and is not opened yet.
 *
 * @param generation the id of the generation that it becomes
 * @param source the module and its library
 * @param copy the file to open
 * @param inspection the checked content of the file
 * @param options how the module is built and called
 * @param stale what has changed and is not loaded anew, a clause for each
 */
record VerifiedLibrary(long generation, ModuleSource source, PrivateCopy copy, LibraryInspection inspection,
		ModuleOptions options, List<String> stale) {

	/** Tells whether flags that make dlclose a no-op are removed from the copy. */
	boolean isUnpinned() {
		return isUnpinned(this.inspection, this.options);
	}

	static boolean isUnpinned(LibraryInspection inspection, ModuleOptions options) {
		return options.unpins(inspection.kind()) && !inspection.has(Hazard.Type.GO_RUNTIME);
	}

	/** Returns the thread that calls run on. */
	Threading threading() {
		return threading(this.inspection, this.options);
	}

	static Threading threading(LibraryInspection inspection, ModuleOptions options) {
		Threading wanted = options.threading();
		return (wanted != null) ? wanted : inspection.library().threading();
	}

}
