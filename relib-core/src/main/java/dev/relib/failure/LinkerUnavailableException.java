// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.LinkerOption;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a registry is built and the way to call native code that it has been told
 * to use does not work on this JVM.
 */
public final class LinkerUnavailableException extends RelibException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final LinkerOption linker;

	/**
	 * Creates an exception.
	 * @param linker the way that was asked for
	 * @param problem why it does not work
	 * @param cause what has been thrown, if anything
	 */
	public LinkerUnavailableException(LinkerOption linker, String problem, @Nullable Throwable cause) {
		super("relib.linker is " + linker.text() + ", which does not work here: " + problem
				+ "; set relib.linker to auto, which takes the fastest way that works", cause);
		this.linker = linker;
	}

	/**
	 * The way that does not work.
	 * @return the one that was asked for
	 */
	public LinkerOption linker() {
		return this.linker;
	}

}
