package dev.relib.module;

import org.jspecify.annotations.Nullable;

/**
 * A dynamic symbol of a library.
 *
 * @param name its name
 * @param version its version; {@code null} if it has none
 * @param type what it is, as far as the library knows
 * @param weak whether it may be missing, if the library needs it
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
		/** Data of which each thread has its own. */
		THREAD_LOCAL,
		/** Not known, as of most that a library needs. */
		UNKNOWN

	}

}
