// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.kind;

import java.util.regex.Pattern;

import dev.relib.failure.IncompatibleUpstreamException;
import dev.relib.failure.NoUpstreamCratesException;
import dev.relib.image.LibraryImage;
import dev.relib.image.UpstreamInfo;
import dev.relib.module.ModuleSource;
import dev.relib.module.Platform;
import dev.relib.runtime.UpstreamSymbols;

/**
 * Which builds with upstream's crates this host loads. The minor version and the symbols
 * of the runtime inside the library make a generation of the ABI: within it any version
 * will do. So will any compiler, because everything that crosses has the layout of C.
 */
final class UpstreamBuild {

	private static final Pattern GENERATION = Pattern.compile("0\\.7\\.\\d+.*");

	private final ModuleSource source;

	private final UpstreamInfo info;

	private final String host;

	private UpstreamBuild(ModuleSource source, UpstreamInfo info, String host) {
		this.source = source;
		this.info = info;
		this.host = host;
	}

	/**
	 * Checks the build of a library.
	 * @param unloading whether the module has to be unloadable
	 * @return the library's build information
	 */
	static UpstreamInfo require(ModuleSource source, LibraryImage image, boolean unloading) {
		UpstreamInfo info = image.upstream()
			.orElseThrow(() -> new NoUpstreamCratesException(source, UpstreamInfo.SYMBOL));
		String target = Platform.current().machine() + "-unknown-linux-gnu";
		UpstreamBuild build = new UpstreamBuild(source, info,
				"any compiler|" + target + "|any LLVM|0.7.x|" + (unloading ? "1" : "0 or 1"));
		build.require(GENERATION.matcher(info.relib()).matches(),
				"Build it with relib_module and relib_interface 0.7.");
		build.require(info.target().equals(target), "Build it for the target " + target + ".");
		build.require(info.unloading() || !unloading,
				"Build it with the feature \"unloading\" of relib_module, or set relib.unloading to false.");
		if (info.unloading()) {
			UpstreamSymbols.require(source, image);
			UpstreamSymbols.unknown(image)
				.ifPresent((symbol) -> build.require(false, "Its runtime has " + symbol
						+ ", which this host does not know: build it with an earlier relib_module 0.7."));
		}
		return info;
	}

	private void require(boolean fits, String fix) {
		if (!fits) {
			throw new IncompatibleUpstreamException(this.source, this.info.text(), this.host, fix);
		}
	}

}
