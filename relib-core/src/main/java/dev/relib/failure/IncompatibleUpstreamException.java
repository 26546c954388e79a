// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a library was built with upstream's crates of another generation, for
 * another target, or without the feature that unloading needs.
 */
public final class IncompatibleUpstreamException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String moduleBuild;

	private final String hostBuild;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param moduleBuild the library's build information
	 * @param hostBuild the build information that this host accepts
	 * @param fix the remedy, as a sentence
	 */
	public IncompatibleUpstreamException(ModuleSource source, String moduleBuild, String hostBuild, String fix) {
		super(source, "it was not built for this host:\n  module: " + moduleBuild + "\n  host:   " + hostBuild, fix);
		this.moduleBuild = moduleBuild;
		this.hostBuild = hostBuild;
	}

	/**
	 * Returns the library's build information.
	 * @return words separated by {@code |}
	 */
	public String moduleBuild() {
		return this.moduleBuild;
	}

	/**
	 * Returns the build information that this host accepts.
	 * @return words separated by {@code |}
	 */
	public String hostBuild() {
		return this.hostBuild;
	}

}
