// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a library is loaded that was built with {@code panic = "abort"}, so that a
 * panic in it would end the process.
 */
public final class AbortingPanicsException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 */
	public AbortingPanicsException(ModuleSource source) {
		super(source, "it was built with panic = \"abort\": its first panic would end this process",
				"Remove panic = \"abort\" from the cargo profile that it is built with, or set it to \"unwind\", "
						+ "and build it again.");
	}

}
