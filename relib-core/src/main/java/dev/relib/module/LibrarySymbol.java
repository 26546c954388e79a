// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import org.jspecify.annotations.Nullable;

/**
 * A dynamic symbol of a library. Immutable.
 *
 * @param name its name
 * @param version its version, for example {@code GLIBC_2.34}; {@code null} if it has none
 * @param type its type
 * @param weak whether the loader accepts that a needed symbol is missing
 */
public record LibrarySymbol(String name, @Nullable String version, Type type, boolean weak) {

	@Override
	public String toString() {
		return (this.version != null) ? this.name + "@" + this.version : this.name;
	}

	/**
	 * Types of symbols.
	 */
	public enum Type {

		/** Code. */
		FUNCTION,
		/** Data. */
		DATA,
		/** Data with an instance for each thread. */
		THREAD_LOCAL,
		/** The library does not record it, as for most needed symbols. */
		UNKNOWN

	}

}
