package dev.relib.module;

import org.jspecify.annotations.Nullable;

/**
 * How one module is to be treated.
 *
 * @param kind what it was built with
 * @param threading where its calls run; {@code null} for the default of its kind
 * @param leakSiteInterval of how many allocations the calls that led to one are recorded;
 * 0 for none
 */
public record ModuleOptions(ModuleKind kind, @Nullable Threading threading, int leakSiteInterval) {

	/** What the library says of itself, and the defaults of its kind. */
	public static final ModuleOptions DEFAULT = new ModuleOptions(ModuleKind.AUTO, null, 0);

	/**
	 * Says what the module was built with.
	 * @param kind the kind
	 * @return options that differ in this
	 */
	public ModuleOptions withKind(ModuleKind kind) {
		return new ModuleOptions(kind, this.threading, this.leakSiteInterval);
	}

	/**
	 * Says where calls run.
	 * @param threading the threading, {@code null} for the default of the kind
	 * @return options that differ in this
	 */
	public ModuleOptions withThreading(@Nullable Threading threading) {
		return new ModuleOptions(this.kind, threading, this.leakSiteInterval);
	}

	/**
	 * Says whether places that leak are to be named.
	 * @param interval of how many allocations one is recorded, 0 for none
	 * @return options that differ in this
	 */
	public ModuleOptions withLeakSiteInterval(int interval) {
		return new ModuleOptions(this.kind, this.threading, interval);
	}

}
