// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a library is loaded that was built with a sanitizer, or needs one that was,
 * and the sanitizer's runtime was not loaded when the process started.
 */
public final class SanitizerException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param problem the problem, as a clause without a full stop
	 * @param fix the remedy, as sentences
	 */
	public SanitizerException(ModuleSource source, String problem, String fix) {
		super(source, problem, fix);
	}

}
