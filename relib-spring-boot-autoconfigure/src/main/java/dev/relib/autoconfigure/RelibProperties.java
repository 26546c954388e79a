// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.relib.LibraryPolicy;
import dev.relib.module.FailedImport;
import dev.relib.module.LinkerOption;
import dev.relib.module.LoadOptions;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.Threading;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.core.io.ResourceLoader;

/**
 * Configuration properties of native modules.
 */
@ConfigurationProperties("relib")
public class RelibProperties {

	/**
	 * Whether native modules are loaded.
	 */
	private boolean enabled = true;

	/**
	 * Whether modules can be unloaded and reloaded. If not, modules stay loaded until the
	 * process ends, and modules that were built without support for unloading load as
	 * well.
	 */
	private boolean unloading = true;

	/**
	 * Whether to remove from the loaded copy of a module the flags that make dlclose a
	 * no-op (NODELETE, STB_GNU_UNIQUE). Plain libraries keep them unless the module says
	 * otherwise. The reported checksum is always that of the original file.
	 */
	private boolean unpin = true;

	/**
	 * Existing directory in which the private directory for copies of libraries is
	 * created. It must not be mounted noexec. Defaults to the system's temporary
	 * directory.
	 */
	private @Nullable Path directory;

	/**
	 * How native code is called. The fastest way that works is used by default.
	 */
	private LinkerOption linker = LinkerOption.AUTO;

	/**
	 * Native modules by their names.
	 */
	private final Map<String, Module> modules = new LinkedHashMap<>();

	@NestedConfigurationProperty
	private final LoadProperties load = new LoadProperties();

	@NestedConfigurationProperty
	private final UnloadProperties unload = new UnloadProperties();

	@NestedConfigurationProperty
	private final ReloadProperties reload = new ReloadProperties();

	@NestedConfigurationProperty
	private final MetricsProperties metrics = new MetricsProperties();

	@NestedConfigurationProperty
	private final PolicyProperties policy = new PolicyProperties();

	public MetricsProperties getMetrics() {
		return this.metrics;
	}

	public LinkerOption getLinker() {
		return this.linker;
	}

	public void setLinker(LinkerOption linker) {
		this.linker = linker;
	}

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public boolean isUnloading() {
		return this.unloading;
	}

	public void setUnloading(boolean unloading) {
		this.unloading = unloading;
	}

	public boolean isUnpin() {
		return this.unpin;
	}

	public void setUnpin(boolean unpin) {
		this.unpin = unpin;
	}

	public @Nullable Path getDirectory() {
		return this.directory;
	}

	public void setDirectory(@Nullable Path directory) {
		this.directory = directory;
	}

	Path directory() {
		return (this.directory != null) ? this.directory : Path.of(System.getProperty("java.io.tmpdir"));
	}

	LibraryPolicy policy(ResourceLoader resources) {
		return this.policy.toPolicy(resources, LoadOptions.DEFAULT.withTimeout(this.load.getTimeout()));
	}

	ModuleOptions options(Module module) {
		Boolean unpinned = (module.getUnpin() == null && !this.unpin) ? Boolean.FALSE : module.getUnpin();
		return module.options()
			.toBuilder()
			.unloading(this.unloading)
			.unpin(unpinned)
			.load(new LoadOptions(this.load.getTimeout(), this.load.getMaxSize().toBytes(), module.companions,
					module.global))
			.build();
	}

	public Map<String, Module> getModules() {
		return this.modules;
	}

	public LoadProperties getLoad() {
		return this.load;
	}

	public UnloadProperties getUnload() {
		return this.unload;
	}

	public ReloadProperties getReload() {
		return this.reload;
	}

	public PolicyProperties getPolicy() {
		return this.policy;
	}

	/**
	 * Properties of one native module.
	 */
	public static class Module {

		/**
		 * Location of the module's library: a path relative to the working directory, or
		 * a resource location such as "classpath:native/libgreeter.so". A file name
		 * without extension is completed for the platform: on Linux, "native/greeter"
		 * becomes "native/libgreeter.so".
		 */
		private @Nullable String path;

		/**
		 * SHA-256 checksum that the module's library must have, as 64 hexadecimal digits.
		 * By default, the checksum is not verified.
		 */
		private @Nullable String sha256;

		/**
		 * Location of the Ed25519 signature of the module's library, required if public
		 * keys are configured. Defaults to the library's location with ".sig" appended.
		 */
		private @Nullable String signature;

		/**
		 * Kind of the module: built with the module kit, built with upstream's crates
		 * relib_module and relib_interface, or a plain library with C functions. By
		 * default, the first two are recognized by the library's symbols.
		 */
		private ModuleKind kind = ModuleKind.AUTO;

		/**
		 * Thread on which the module's functions run: the caller's thread, or one thread
		 * that belongs to the module and also loads and unloads it. The default depends
		 * on the module's kind.
		 */
		private @Nullable Threading threading;

		/**
		 * Whether to call the module's main function after each load, before the module
		 * accepts calls. The load waits until the function returns.
		 */
		private boolean main;

		/**
		 * Handling of an exception of an import in a module built with upstream's crates.
		 * Either the module continues with a default value and the exception is thrown
		 * when the export returns, or the process is aborted.
		 */
		private FailedImport failedImport = FailedImport.DEFAULT_VALUE;

		/**
		 * Whether to record the call stacks of allocations, so that the unload report and
		 * the endpoint name the code that leaks.
		 */
		private boolean leakSites;

		/**
		 * Sampling interval of leak sites: the call stack of one in this many allocations
		 * is recorded. Each recorded allocation costs about a microsecond.
		 */
		private int leakSiteInterval = 16;

		/**
		 * Whether to count the module's allocations and to free what it leaks. If not,
		 * reports and endpoint say that its memory was not counted.
		 */
		private boolean trackAllocations = true;

		/**
		 * Whether each call has its thread compute as Java does afterwards, for a library
		 * without the module kit that changes rounding or flushes tiny numbers to zero.
		 */
		private boolean restoreFloatingPoint;

		/**
		 * Whether to remove from the loaded copy of the library the flags that make
		 * dlclose a no-op. By default as "relib.unpin" says; for a plain library, which
		 * may need them, false. A library with the runtime of Go always keeps them.
		 */
		private @Nullable Boolean unpin;

		/**
		 * Files and directories that the library looks for beside itself: paths and globs
		 * relative to its directory. They are put beside the copy that is loaded.
		 */
		private List<String> companions = new ArrayList<>();

		/**
		 * Whether libraries that are opened later can use the library's symbols
		 * (RTLD_GLOBAL). Such a module may stay mapped after its unload, and its symbols
		 * may take the place of those of other libraries.
		 */
		private boolean global;

		public @Nullable String getPath() {
			return this.path;
		}

		public void setPath(@Nullable String path) {
			this.path = path;
		}

		public @Nullable String getSha256() {
			return this.sha256;
		}

		public void setSha256(@Nullable String sha256) {
			this.sha256 = sha256;
		}

		public @Nullable String getSignature() {
			return this.signature;
		}

		public void setSignature(@Nullable String signature) {
			this.signature = signature;
		}

		public ModuleKind getKind() {
			return this.kind;
		}

		public void setKind(ModuleKind kind) {
			this.kind = kind;
		}

		public @Nullable Threading getThreading() {
			return this.threading;
		}

		public void setThreading(@Nullable Threading threading) {
			this.threading = threading;
		}

		public boolean isMain() {
			return this.main;
		}

		public void setMain(boolean main) {
			this.main = main;
		}

		public FailedImport getFailedImport() {
			return this.failedImport;
		}

		public void setFailedImport(FailedImport failedImport) {
			this.failedImport = failedImport;
		}

		public boolean isLeakSites() {
			return this.leakSites;
		}

		public void setLeakSites(boolean leakSites) {
			this.leakSites = leakSites;
		}

		public int getLeakSiteInterval() {
			return this.leakSiteInterval;
		}

		public void setLeakSiteInterval(int leakSiteInterval) {
			this.leakSiteInterval = leakSiteInterval;
		}

		public boolean isTrackAllocations() {
			return this.trackAllocations;
		}

		public void setTrackAllocations(boolean trackAllocations) {
			this.trackAllocations = trackAllocations;
		}

		public boolean isRestoreFloatingPoint() {
			return this.restoreFloatingPoint;
		}

		public void setRestoreFloatingPoint(boolean restoreFloatingPoint) {
			this.restoreFloatingPoint = restoreFloatingPoint;
		}

		public @Nullable Boolean getUnpin() {
			return this.unpin;
		}

		public void setUnpin(@Nullable Boolean unpin) {
			this.unpin = unpin;
		}

		public List<String> getCompanions() {
			return this.companions;
		}

		public void setCompanions(List<String> companions) {
			this.companions = companions;
		}

		public boolean isGlobal() {
			return this.global;
		}

		public void setGlobal(boolean global) {
			this.global = global;
		}

		ModuleOptions options() {
			return ModuleOptions.builder()
				.kind(this.kind)
				.threading(this.threading)
				.main(this.main)
				.failedImport(this.failedImport)
				.leakSiteInterval(this.leakSites ? this.leakSiteInterval : 0)
				.trackAllocations(this.trackAllocations)
				.restoreFloatingPoint(this.restoreFloatingPoint)
				.build();
		}

	}

}
