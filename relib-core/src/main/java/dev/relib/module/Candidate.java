package dev.relib.module;

import dev.relib.ModuleSource;
import dev.relib.image.PrivateCopy;

/**
 * A library that has passed all checks and is not opened yet.
 *
 * @param id the id of the version that it becomes
 * @param source the module and its library
 * @param copy the file to be mapped
 * @param inspection what is known of it
 * @param options how it is to be treated
 */
record Candidate(long id, ModuleSource source, PrivateCopy copy, LibraryInspection inspection, ModuleOptions options) {

	/** Where its calls run. */
	Threading threading() {
		Threading wanted = this.options.threading();
		return (wanted != null) ? wanted : library().threading();
	}

	LibraryKind library() {
		return this.inspection.library();
	}

}
