package dev.relib.module;

/**
 * Something about a library that loads but will not end well.
 *
 * @param type what it is
 * @param problem it as a clause about the library, without a full stop
 * @param fix what to do about it, as sentences
 */
public record Hazard(Type type, String problem, String fix) {

	/**
	 * Whether it has the loader keep the library for ever.
	 * @return {@code true} for what can be taken from a copy
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

		/** The loader is told to keep it for ever. */
		NODELETE,
		/** The loader keeps it for ever for the sake of some symbols. */
		UNIQUE_SYMBOLS,
		/** The stacks of all threads become executable. */
		EXECUTABLE_STACK,
		/** A panic ends the process. */
		ABORTING_PANICS,
		/** The loader writes into its code. */
		TEXT_RELOCATIONS,
		/** Its thread-locals need room that there is little of. */
		STATIC_THREAD_LOCALS,
		/** A library that it needs is not on this machine. */
		MISSING_LIBRARY,
		/** A library that it needs is on this machine in too old a version. */
		MISSING_VERSION,
		/** A library that it needs is found beside it, but not beside a copy of it. */
		BESIDE_THE_LIBRARY,
		/** This version can not read its contract. */
		UNREADABLE_CONTRACT

	}

}
