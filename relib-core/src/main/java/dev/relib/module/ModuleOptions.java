// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import org.jspecify.annotations.Nullable;

/**
 * How a module was built and how the host treats it. Immutable.
 *
 * @param kind the toolkit that it was built with
 * @param threading the thread that calls run on; {@code null} for the default of its kind
 * @param main whether each load calls its main function
 * @param unloading whether it can be unloaded
 * @param failedImport how it continues after a failed import, if it was built with
 * upstream's crates
 * @param leakSiteInterval the number of allocations of which one call stack is recorded;
 * 0 to record none
 * @param unpin whether the flags that make {@code dlclose} a no-op are removed from the
 * private copy; {@code null} for the default of its kind, see {@link #unpins}
 * @param trackAllocations whether its allocations are counted, and what it leaks is freed
 * @param restoreFloatingPoint whether each call has its thread compute as Java does
 * afterwards; libraries with the module kit do so themselves
 * @param load the limits of its loads, and what its library finds around it
 */
public record ModuleOptions(ModuleKind kind, @Nullable Threading threading, boolean main, boolean unloading,
		FailedImport failedImport, int leakSiteInterval, @Nullable Boolean unpin, boolean trackAllocations,
		boolean restoreFloatingPoint, LoadOptions load) {

	/**
	 * Kind and threading are detected, unpinning hangs on the kind, unloading and the
	 * tracking of allocations are on, everything else is off.
	 */
	public static final ModuleOptions DEFAULT = new ModuleOptions(ModuleKind.AUTO, null, false, true,
			FailedImport.DEFAULT_VALUE, 0, null, true, false, LoadOptions.DEFAULT);

	/**
	 * Tells whether the flags that make {@code dlclose} a no-op are removed. A plain
	 * library may need them: only its author knows what it leaves running.
	 * @param library the kind of the library, never {@link ModuleKind#AUTO}
	 * @return the option; without it, {@code true} unless the library is plain
	 */
	public boolean unpins(ModuleKind library) {
		return (this.unpin != null) ? this.unpin : library != ModuleKind.PLAIN;
	}

	/**
	 * Creates a builder with the values of {@link #DEFAULT}.
	 * @return a new builder
	 */
	public static Builder builder() {
		return DEFAULT.toBuilder();
	}

	/**
	 * Creates a builder with the values of these options.
	 * @return a new builder
	 */
	public Builder toBuilder() {
		return new Builder(this);
	}

	/**
	 * Builds {@link ModuleOptions}. Not thread-safe.
	 */
	public static final class Builder {

		private ModuleKind kind;

		private @Nullable Threading threading;

		private boolean main;

		private boolean unloading;

		private FailedImport failedImport;

		private int leakSiteInterval;

		private @Nullable Boolean unpin;

		private boolean trackAllocations;

		private boolean restoreFloatingPoint;

		private LoadOptions load;

		private Builder(ModuleOptions options) {
			this.kind = options.kind;
			this.threading = options.threading;
			this.main = options.main;
			this.unloading = options.unloading;
			this.failedImport = options.failedImport;
			this.leakSiteInterval = options.leakSiteInterval;
			this.unpin = options.unpin;
			this.trackAllocations = options.trackAllocations;
			this.restoreFloatingPoint = options.restoreFloatingPoint;
			this.load = options.load;
		}

		/**
		 * Sets the toolkit that the module was built with.
		 * @param kind the kind
		 * @return this builder
		 */
		public Builder kind(ModuleKind kind) {
			this.kind = kind;
			return this;
		}

		/**
		 * Sets the thread that calls run on.
		 * @param threading the threading; {@code null} for the default of the kind
		 * @return this builder
		 */
		public Builder threading(@Nullable Threading threading) {
			this.threading = threading;
			return this;
		}

		/**
		 * Sets whether each load calls the module's main function before the module
		 * serves.
		 * @param main {@code true} to call it, and to refuse a module that has none
		 * @return this builder
		 */
		public Builder main(boolean main) {
			this.main = main;
			return this;
		}

		/**
		 * Sets whether the module can be unloaded.
		 * @param unloading {@code false} to keep it until the process ends
		 * @return this builder
		 */
		public Builder unloading(boolean unloading) {
			this.unloading = unloading;
			return this;
		}

		/**
		 * Sets how a module built with upstream's crates continues after a failed import.
		 * @param failedImport the choice
		 * @return this builder
		 */
		public Builder failedImport(FailedImport failedImport) {
			this.failedImport = failedImport;
			return this;
		}

		/**
		 * Sets how often the call stack of an allocation is recorded.
		 * @param interval the number of allocations of which one is recorded; 0 to record
		 * none
		 * @return this builder
		 */
		public Builder leakSiteInterval(int interval) {
			this.leakSiteInterval = interval;
			return this;
		}

		/**
		 * Sets whether the flags that make {@code dlclose} a no-op are removed from the
		 * private copy.
		 * @param unpin {@code false} to load the library as it was linked; {@code null}
		 * for the default of the kind
		 * @return this builder
		 */
		public Builder unpin(@Nullable Boolean unpin) {
			this.unpin = unpin;
			return this;
		}

		/**
		 * Sets whether allocations are counted, and what the module leaks is freed.
		 * @param trackAllocations {@code false} to leave its memory alone: reports say
		 * that it was not counted
		 * @return this builder
		 */
		public Builder trackAllocations(boolean trackAllocations) {
			this.trackAllocations = trackAllocations;
			return this;
		}

		/**
		 * Sets whether each call has its thread compute as Java does afterwards
		 * (rounding, flushing of tiny numbers, traps), which takes a second native call.
		 * Libraries with the module kit do so themselves.
		 * @param restoreFloatingPoint {@code true} for a library without the kit that
		 * changes how its thread computes
		 * @return this builder
		 */
		public Builder restoreFloatingPoint(boolean restoreFloatingPoint) {
			this.restoreFloatingPoint = restoreFloatingPoint;
			return this;
		}

		/**
		 * Sets the limits of the module's loads, and what its library finds around it.
		 * @param load the options
		 * @return this builder
		 */
		public Builder load(LoadOptions load) {
			this.load = load;
			return this;
		}

		/**
		 * Builds the options.
		 * @return options with the values that are set now
		 */
		public ModuleOptions build() {
			return new ModuleOptions(this.kind, this.threading, this.main, this.unloading, this.failedImport,
					this.leakSiteInterval, this.unpin, this.trackAllocations, this.restoreFloatingPoint, this.load);
		}

	}

}
