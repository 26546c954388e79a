package dev.relib.module;

import org.jspecify.annotations.Nullable;

/**
 * How one module is to be treated.
 *
 * @param kind what it was built with
 * @param threading where its calls run; {@code null} for the default of its kind
 * @param main whether its main function is called after the load
 * @param unloading whether it is to be unloaded one day
 * @param failedImport what becomes of it when an import fails, if it can not be told
 * @param leakSiteInterval of how many allocations the calls that led to one are recorded;
 * 0 for none
 * @param unpin whether what has the loader keep its library for ever is taken from the
 * copy that is loaded
 */
public record ModuleOptions(ModuleKind kind, @Nullable Threading threading, boolean main, boolean unloading,
		FailedImport failedImport, int leakSiteInterval, boolean unpin) {

	/** What the library says of itself, and the defaults of its kind. */
	public static final ModuleOptions DEFAULT = new ModuleOptions(ModuleKind.AUTO, null, false, true,
			FailedImport.DEFAULT_VALUE, 0, true);

	/**
	 * Says what the module was built with.
	 * @param kind the kind
	 * @return options that differ in this
	 */
	public ModuleOptions withKind(ModuleKind kind) {
		return new ModuleOptions(kind, this.threading, this.main, this.unloading, this.failedImport,
				this.leakSiteInterval, this.unpin);
	}

	/**
	 * Says where calls run.
	 * @param threading the threading, {@code null} for the default of the kind
	 * @return options that differ in this
	 */
	public ModuleOptions withThreading(@Nullable Threading threading) {
		return new ModuleOptions(this.kind, threading, this.main, this.unloading, this.failedImport,
				this.leakSiteInterval, this.unpin);
	}

	/**
	 * Says whether the main function is called after the load, before the module serves.
	 * @param main {@code true} to call it; a module without one is refused then
	 * @return options that differ in this
	 */
	public ModuleOptions withMain(boolean main) {
		return new ModuleOptions(this.kind, this.threading, main, this.unloading, this.failedImport,
				this.leakSiteInterval, this.unpin);
	}

	/**
	 * Says whether the module is to be unloaded one day.
	 * @param unloading {@code false} to keep it until the process ends
	 * @return options that differ in this
	 */
	public ModuleOptions withUnloading(boolean unloading) {
		return new ModuleOptions(this.kind, this.threading, this.main, unloading, this.failedImport,
				this.leakSiteInterval, this.unpin);
	}

	/**
	 * Says what becomes of a module that can not be told that an import failed.
	 * @param failedImport the choice
	 * @return options that differ in this
	 */
	public ModuleOptions withFailedImport(FailedImport failedImport) {
		return new ModuleOptions(this.kind, this.threading, this.main, this.unloading, failedImport,
				this.leakSiteInterval, this.unpin);
	}

	/**
	 * Says whether places that leak are to be named.
	 * @param interval of how many allocations one is recorded, 0 for none
	 * @return options that differ in this
	 */
	public ModuleOptions withLeakSiteInterval(int interval) {
		return new ModuleOptions(this.kind, this.threading, this.main, this.unloading, this.failedImport, interval,
				this.unpin);
	}

	/**
	 * Says whether what has the loader keep the library for ever is taken from the copy
	 * that is loaded.
	 * @param unpin {@code false} to load what the linker has made, as it is
	 * @return options that differ in this
	 */
	public ModuleOptions withUnpin(boolean unpin) {
		return new ModuleOptions(this.kind, this.threading, this.main, this.unloading, this.failedImport,
				this.leakSiteInterval, unpin);
	}

}
