// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a library was built for another platform.
 */
public final class WrongMachineException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String built;

	private final String running;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param built the library's platform
	 * @param running this JVM's platform
	 */
	public WrongMachineException(ModuleSource source, String built, String running) {
		super(source, "the library is built for " + built + ", this JVM runs on " + running,
				"Build it for " + running + ", or point the module's path at a build for it.");
		this.built = built;
		this.running = running;
	}

	/**
	 * Returns the library's platform.
	 * @return for example {@code linux-aarch64}
	 */
	public String built() {
		return this.built;
	}

	/**
	 * Returns this JVM's platform.
	 * @return for example {@code linux-x86_64}
	 */
	public String running() {
		return this.running;
	}

}
