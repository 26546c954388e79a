// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import org.jspecify.annotations.Nullable;

/**
 * Something that belongs to the whole process, or to a thread of the host, and has
 * changed while code of a module ran that the host waited for. Nothing undoes it.
 * Immutable.
 *
 * @param during which code of the module ran
 * @param subject what has changed, for example {@code umask}
 * @param before its value before; {@code null} if there was none. Values of the
 * environment are left out, as they may be secrets
 * @param after its value afterwards, likewise
 */
public record ProcessChange(During during, String subject, @Nullable String before, @Nullable String after) {

	@Override
	public String toString() {
		String change = (this.before == null && this.after == null) ? "has another value"
				: "is " + this.after + " and was " + this.before;
		return this.subject + " " + change;
	}

	/**
	 * Code of a module that the host waits for.
	 */
	public enum During {

		/** The constructors of its library. */
		LOAD,
		/** Its main function. */
		MAIN,
		/** Its {@code before_unload}. */
		BEFORE_UNLOAD

	}

}
