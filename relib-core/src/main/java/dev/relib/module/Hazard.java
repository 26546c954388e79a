// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

/**
 * A property of a library that does not prevent its load and causes a problem later.
 * Immutable.
 *
 * @param type the kind of hazard
 * @param problem the problem, as a clause about the library without a full stop
 * @param fix the remedy, as sentences
 */
public record Hazard(Type type, String problem, String fix) {

	/**
	 * Tells whether the hazard makes {@code dlclose} a no-op.
	 * @return {@code true} for flags that relib can remove from its private copy
	 */
	public boolean pins() {
		return this.type == Type.NODELETE || this.type == Type.UNIQUE_SYMBOLS;
	}

	@Override
	public String toString() {
		return this.problem + ". " + this.fix;
	}

	/**
	 * Kinds of hazards.
	 */
	public enum Type {

		/**
		 * The library is marked {@code -z nodelete}, which makes {@code dlclose} a no-op.
		 */
		NODELETE,
		/**
		 * The library has {@code STB_GNU_UNIQUE} symbols, which make {@code dlclose} a
		 * no-op.
		 */
		UNIQUE_SYMBOLS,
		/**
		 * The library asks for executable stacks in all threads; the private copy that is
		 * loaded does not.
		 */
		EXECUTABLE_STACK,
		/** The library cannot do without executable stacks, and a host refuses it. */
		NEEDS_EXECUTABLE_STACK,
		/**
		 * The library needs the runtime of a sanitizer. A host refuses it unless the
		 * process was started with that runtime.
		 */
		SANITIZER,
		/**
		 * The library has the runtime of Go, whose threads and signal handlers stay until
		 * the process ends.
		 */
		GO_RUNTIME,
		/**
		 * The library has the shared library of C++ start its threads: nobody counts
		 * them.
		 */
		THREADS_OF_SHARED_LIBRARY,
		/** A needed library starts threads. */
		THREADS_OF_NEEDED_LIBRARY,
		/** A panic ends the process. */
		ABORTING_PANICS,
		/** The loader has to write into the library's code. */
		TEXT_RELOCATIONS,
		/**
		 * The library's thread-locals need static TLS, of which each thread has little.
		 */
		STATIC_THREAD_LOCALS,
		/** A needed library is not installed. */
		MISSING_LIBRARY,
		/** A needed library lacks a symbol version that is required of it. */
		MISSING_VERSION,
		/** This version of relib cannot parse the library's contract. */
		UNREADABLE_CONTRACT

	}

}
