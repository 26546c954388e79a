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
 * @param unpin whether the flags that make dlclose a no-op are removed from the copy that
 * is loaded
 */
public record ModuleOptions(ModuleKind kind, @Nullable Threading threading, boolean main, boolean unloading,
		FailedImport failedImport, int leakSiteInterval, boolean unpin) {

	/** What the library says of itself, and the defaults of its kind. */
	public static final ModuleOptions DEFAULT = new ModuleOptions(ModuleKind.AUTO, null, false, true,
			FailedImport.DEFAULT_VALUE, 0, true);

	/**
	 * Starts with the defaults.
	 * @return a builder
	 */
	public static Builder builder() {
		return DEFAULT.toBuilder();
	}

	/**
	 * Starts with these options.
	 * @return a builder
	 */
	public Builder toBuilder() {
		return new Builder(this);
	}

	/**
	 * Builds options. Not to be shared between threads.
	 */
	public static final class Builder {

		private ModuleKind kind;

		private @Nullable Threading threading;

		private boolean main;

		private boolean unloading;

		private FailedImport failedImport;

		private int leakSiteInterval;

		private boolean unpin;

		private Builder(ModuleOptions options) {
			this.kind = options.kind;
			this.threading = options.threading;
			this.main = options.main;
			this.unloading = options.unloading;
			this.failedImport = options.failedImport;
			this.leakSiteInterval = options.leakSiteInterval;
			this.unpin = options.unpin;
		}

		/**
		 * Sets what the module was built with.
		 * @param kind the kind
		 * @return this
		 */
		public Builder kind(ModuleKind kind) {
			this.kind = kind;
			return this;
		}

		/**
		 * Sets where calls run.
		 * @param threading the threading, {@code null} for the default of the kind
		 * @return this
		 */
		public Builder threading(@Nullable Threading threading) {
			this.threading = threading;
			return this;
		}

		/**
		 * Sets whether the main function is called after the load, before the module
		 * serves.
		 * @param main {@code true} to call it; a module without one is refused then
		 * @return this
		 */
		public Builder main(boolean main) {
			this.main = main;
			return this;
		}

		/**
		 * Sets whether the module is to be unloaded one day.
		 * @param unloading {@code false} to keep it until the process ends
		 * @return this
		 */
		public Builder unloading(boolean unloading) {
			this.unloading = unloading;
			return this;
		}

		/**
		 * Sets how a module goes on that can not be told of a failed import.
		 * @param failedImport the choice
		 * @return this
		 */
		public Builder failedImport(FailedImport failedImport) {
			this.failedImport = failedImport;
			return this;
		}

		/**
		 * Sets whether places that leak are to be named.
		 * @param interval of how many allocations one is recorded, 0 for none
		 * @return this
		 */
		public Builder leakSiteInterval(int interval) {
			this.leakSiteInterval = interval;
			return this;
		}

		/**
		 * Sets whether the flags that make dlclose a no-op are removed from the copy that
		 * is loaded.
		 * @param unpin {@code false} to load the library as the linker has made it
		 * @return this
		 */
		public Builder unpin(boolean unpin) {
			this.unpin = unpin;
			return this;
		}

		/**
		 * Builds the options.
		 * @return the options
		 */
		public ModuleOptions build() {
			return new ModuleOptions(this.kind, this.threading, this.main, this.unloading, this.failedImport,
					this.leakSiteInterval, this.unpin);
		}

	}

}
