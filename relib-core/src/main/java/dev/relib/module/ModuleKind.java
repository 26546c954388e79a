package dev.relib.module;

/**
 * What a module was built with.
 */
public enum ModuleKind {

	/** What the library says: {@link #KIT} or {@link #UPSTREAM}, never {@link #PLAIN}. */
	AUTO,
	/** The module kit of this project. */
	KIT,
	/** The crates {@code relib_module} and {@code relib_interface}. */
	UPSTREAM,
	/** Nothing: any library with C functions. */
	PLAIN

}
