package dev.relib.runtime;

import dev.relib.failure.IncompatibleUpstreamException;
import dev.relib.failure.NoUpstreamCratesException;
import dev.relib.image.LibraryImage;
import dev.relib.image.UpstreamInfo;
import dev.relib.module.ModuleSource;
import dev.relib.module.Platform;

/**
 * The version of upstream's crates that this host understands.
 */
public final class UpstreamCrates {

	private static final String VERSION = "0.7.0";

	private UpstreamCrates() {
	}

	/**
	 * Checks that a library was built with them. The compiler does not matter: all that
	 * crosses has the layout of C.
	 * @param source the module and its library
	 * @param image the library's content
	 * @param unloading whether it is to be unloaded one day
	 * @return what the library says of its build
	 * @throws NoUpstreamCratesException if it was built without them
	 * @throws IncompatibleUpstreamException if they have another version, or were built
	 * for another target or without what it takes to be unloaded
	 */
	public static UpstreamInfo require(ModuleSource source, LibraryImage image, boolean unloading) {
		UpstreamInfo info = image.upstream()
			.orElseThrow(() -> new NoUpstreamCratesException(source, UpstreamInfo.SYMBOL));
		String target = Platform.current().machine() + "-unknown-linux-gnu";
		if (!info.relib().equals(VERSION)) {
			throw incompatible(source, info, target, unloading,
					"Build it with relib_module and relib_interface " + VERSION + ".");
		}
		if (!info.target().equals(target)) {
			throw incompatible(source, info, target, unloading, "Build it for the target " + target + ".");
		}
		if (unloading && !info.unloading()) {
			throw incompatible(source, info, target, unloading,
					"Build it with the feature \"unloading\" of relib_module, or set relib.unloading to false.");
		}
		if (info.unloading()) {
			UpstreamSymbols.require(source, image);
		}
		return info;
	}

	private static IncompatibleUpstreamException incompatible(ModuleSource source, UpstreamInfo info, String target,
			boolean unloading, String fix) {
		String host = "any compiler|" + target + "|any LLVM|" + VERSION + "|" + (unloading ? "1" : "0 or 1");
		return new IncompatibleUpstreamException(source, info.text(), host, fix);
	}

}
