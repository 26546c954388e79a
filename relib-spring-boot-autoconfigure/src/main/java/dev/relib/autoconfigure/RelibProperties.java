package dev.relib.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.relib.module.FailedImport;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.Threading;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

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
	 * Whether modules can be unloaded and reloaded. If not, they stay until the process
	 * ends, and modules load as well that were built without what an unload takes.
	 */
	private boolean unloading = true;

	/**
	 * Whether what has the loader keep a library for ever is taken from the copy that is
	 * loaded: the linker's mark "nodelete" and unique symbols. The checksum that is
	 * reported is that of the library as it is.
	 */
	private boolean unpin = true;

	/**
	 * Existing directory in which the private directory for copies of libraries is
	 * created. Must not be mounted noexec. By default the system's temporary directory.
	 */
	private @Nullable Path directory;

	/**
	 * Native modules by name.
	 */
	private final Map<String, Module> modules = new LinkedHashMap<>();

	private final Unload unload = new Unload();

	@NestedConfigurationProperty
	private final PolicyProperties policy = new PolicyProperties();

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

	ModuleOptions options(Module module) {
		return module.options().toBuilder().unloading(this.unloading).unpin(this.unpin).build();
	}

	public Map<String, Module> getModules() {
		return this.modules;
	}

	public Unload getUnload() {
		return this.unload;
	}

	public PolicyProperties getPolicy() {
		return this.policy;
	}

	/**
	 * A native module.
	 */
	public static class Module {

		/**
		 * Location of the module's library: a path, relative to the working directory, or
		 * a resource location such as "classpath:native/libgreeter.so". A name without
		 * extension is completed for the platform, "native/greeter" to
		 * "native/libgreeter.so".
		 */
		private @Nullable String path;

		/**
		 * SHA-256 that the module's library must have, in hexadecimal.
		 */
		private @Nullable String sha256;

		/**
		 * Location of the Ed25519 signature of the module's library if public keys are
		 * configured. By default the library's own with ".sig" behind it.
		 */
		private @Nullable String signature;

		/**
		 * What the module was built with. By default what its library says of itself,
		 * which is never "plain".
		 */
		private ModuleKind kind = ModuleKind.AUTO;

		/**
		 * Thread on which the module's functions run: the caller's, or one of the
		 * module's own that also loads and unloads it. By default the one that suits what
		 * the module was built with.
		 */
		private @Nullable Threading threading;

		/**
		 * Whether the module's main function is called after each load, before the module
		 * serves. The load waits for it to return.
		 */
		private boolean main;

		/**
		 * What becomes of a module built with upstream's crates when an import fails,
		 * which would end the process if it were told: it goes on with a default value,
		 * and what was thrown is thrown when the export returns; or the process ends.
		 */
		private FailedImport failedImport = FailedImport.DEFAULT_VALUE;

		/**
		 * Whether the calls that lead to allocations are recorded, so that the unload
		 * report and the endpoint name the places that leak.
		 */
		private boolean leakSites;

		/**
		 * Of how many allocations the calls of one are recorded if leak sites are. Each
		 * recorded allocation costs about a microsecond.
		 */
		private int leakSiteInterval = 16;

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

		ModuleOptions options() {
			return ModuleOptions.builder()
				.kind(this.kind)
				.threading(this.threading)
				.main(this.main)
				.failedImport(this.failedImport)
				.leakSiteInterval(this.leakSites ? this.leakSiteInterval : 0)
				.build();
		}

	}

	/**
	 * How unloads wait and what they give back.
	 */
	public static class Unload {

		/**
		 * Time to wait for calls in flight to return before an unload is refused.
		 */
		private Duration drainTimeout = Duration.ofSeconds(10);

		/**
		 * Time to wait for a module's before_unload to return before an unload is
		 * refused.
		 */
		private Duration beforeUnloadTimeout = Duration.ofSeconds(10);

		/**
		 * Time to wait for a module's threads to end before an unload is refused.
		 */
		private Duration threadsTimeout = Duration.ofSeconds(10);

		/**
		 * Whether memory that a module has not freed is freed after its unload.
		 */
		private boolean freeLeaks = true;

		/**
		 * Whether file descriptors that a module has not closed are closed after its
		 * unload.
		 */
		private boolean closeDescriptors = true;

		/**
		 * Whether memory that a module has mapped and not unmapped is unmapped after its
		 * unload.
		 */
		private boolean unmapMemory = true;

		/**
		 * Whether an unload runs the destructors of a module's thread-locals on threads
		 * that live on. If not, they never run, and what they would have freed is freed
		 * with the leaks.
		 */
		private boolean runThreadLocalDestructors = true;

		public Duration getDrainTimeout() {
			return this.drainTimeout;
		}

		public void setDrainTimeout(Duration drainTimeout) {
			this.drainTimeout = drainTimeout;
		}

		public Duration getBeforeUnloadTimeout() {
			return this.beforeUnloadTimeout;
		}

		public void setBeforeUnloadTimeout(Duration beforeUnloadTimeout) {
			this.beforeUnloadTimeout = beforeUnloadTimeout;
		}

		public Duration getThreadsTimeout() {
			return this.threadsTimeout;
		}

		public void setThreadsTimeout(Duration threadsTimeout) {
			this.threadsTimeout = threadsTimeout;
		}

		public boolean isFreeLeaks() {
			return this.freeLeaks;
		}

		public void setFreeLeaks(boolean freeLeaks) {
			this.freeLeaks = freeLeaks;
		}

		public boolean isCloseDescriptors() {
			return this.closeDescriptors;
		}

		public void setCloseDescriptors(boolean closeDescriptors) {
			this.closeDescriptors = closeDescriptors;
		}

		public boolean isUnmapMemory() {
			return this.unmapMemory;
		}

		public void setUnmapMemory(boolean unmapMemory) {
			this.unmapMemory = unmapMemory;
		}

		public boolean isRunThreadLocalDestructors() {
			return this.runThreadLocalDestructors;
		}

		public void setRunThreadLocalDestructors(boolean runThreadLocalDestructors) {
			this.runThreadLocalDestructors = runThreadLocalDestructors;
		}

	}

}
