package dev.relib.module.lifecycle;

import dev.relib.image.PrivateCopy;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleSource;
import dev.relib.module.Threading;
import dev.relib.module.kind.LibraryInspection;

/**
 * A library that has passed all checks and is not opened yet.
 *
 * @param generation the id of the generation that it becomes
 * @param source the module and its library
 * @param copy the file to be mapped
 * @param inspection what the file says of the library
 * @param options how the module is treated
 */
record VerifiedLibrary(long generation, ModuleSource source, PrivateCopy copy, LibraryInspection inspection,
		ModuleOptions options) {

	/** Where its calls run. */
	Threading threading() {
		Threading wanted = this.options.threading();
		return (wanted != null) ? wanted : this.inspection.library().threading();
	}

}
