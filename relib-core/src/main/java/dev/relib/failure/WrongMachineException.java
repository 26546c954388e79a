package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * A library was built for another platform.
 */
public final class WrongMachineException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String built;

	private final String running;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param built the platform that the library was built for
	 * @param running the platform of this JVM
	 */
	public WrongMachineException(ModuleSource source, String built, String running) {
		super(source, "the library is built for " + built + ", this JVM runs on " + running,
				"Build it for " + running + ", or point the module's path at a build for it.");
		this.built = built;
		this.running = running;
	}

	/**
	 * What the library is built for.
	 * @return a platform, for example {@code linux-aarch64}
	 */
	public String built() {
		return this.built;
	}

	/**
	 * What this JVM runs on.
	 * @return a platform, for example {@code linux-x86_64}
	 */
	public String running() {
		return this.running;
	}

}
