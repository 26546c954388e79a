package dev.relib.module;

import org.jspecify.annotations.Nullable;

/**
 * How one module is to be treated.
 *
 * @param kind what it was built with
 * @param threading where its calls run; {@code null} for the default of its kind
 */
public record ModuleOptions(ModuleKind kind, @Nullable Threading threading) {

	/** What the library says of itself, and the defaults of its kind. */
	public static final ModuleOptions DEFAULT = new ModuleOptions(ModuleKind.AUTO, null);

	/**
	 * Says what the module was built with.
	 * @param kind the kind
	 * @return options that differ in this
	 */
	public ModuleOptions withKind(ModuleKind kind) {
		return new ModuleOptions(kind, this.threading);
	}

	/**
	 * Says where calls run.
	 * @param threading the threading, {@code null} for the default of the kind
	 * @return options that differ in this
	 */
	public ModuleOptions withThreading(@Nullable Threading threading) {
		return new ModuleOptions(this.kind, threading);
	}

}
