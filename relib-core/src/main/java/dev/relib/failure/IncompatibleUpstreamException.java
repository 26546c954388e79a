package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * A library was built with upstream's crates in a way that does not fit this host.
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
	 * @param fix what to do about it, as a sentence
	 */
	public IncompatibleUpstreamException(ModuleSource source, String moduleBuild, String hostBuild, String fix) {
		super(source, "it was not built for this host:\n  module: " + moduleBuild + "\n  host:   " + hostBuild, fix);
		this.moduleBuild = moduleBuild;
		this.hostBuild = hostBuild;
	}

	/**
	 * How the module was built.
	 * @return its words
	 */
	public String moduleBuild() {
		return this.moduleBuild;
	}

	/**
	 * What the host needs.
	 * @return the same in its words
	 */
	public String hostBuild() {
		return this.hostBuild;
	}

}
