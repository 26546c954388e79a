package dev.relib.registry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.relib.link.Linker;
import dev.relib.link.jna.JnaLinker;
import dev.relib.module.ImportBinding;
import dev.relib.module.ImportSource;
import dev.relib.module.UnloadOptions;
import dev.relib.module.VersionLoader;
import dev.relib.os.PrivateDirectory;
import dev.relib.runtime.RuntimeLibrary;

/**
 * Describes a registry.
 */
public final class ModuleRegistryBuilder {

	private final List<ModuleListener> listeners = new ArrayList<>();

	private Path directory = Path.of(System.getProperty("java.io.tmpdir"));

	private ImportSource imports = (source, trait) -> Optional.empty();

	private UnloadOptions unloadOptions = UnloadOptions.DEFAULT;

	ModuleRegistryBuilder() {
	}

	/**
	 * Where the private directory for copies of libraries is created.
	 * @param parent an existing directory, not mounted noexec; by default the system's
	 * temporary directory
	 * @return this
	 */
	public ModuleRegistryBuilder directory(Path parent) {
		this.directory = parent;
		return this;
	}

	/**
	 * What modules may import.
	 * @param source where the implementations come from; by default there are none
	 * @return this
	 */
	public ModuleRegistryBuilder imports(ImportSource source) {
		this.imports = source;
		return this;
	}

	/**
	 * What modules may import.
	 * @param bindings one for each trait
	 * @return this
	 */
	public ModuleRegistryBuilder imports(ImportBinding... bindings) {
		List<ImportBinding> offered = List.of(bindings);
		return imports((source, trait) -> offered.stream()
			.filter((binding) -> binding.contractInterface().trait().name().equals(trait))
			.findFirst());
	}

	/**
	 * How long unloads wait.
	 * @param options the timeouts; by default {@link UnloadOptions#DEFAULT}
	 * @return this
	 */
	public ModuleRegistryBuilder unloadOptions(UnloadOptions options) {
		this.unloadOptions = options;
		return this;
	}

	/**
	 * Who is told what happens.
	 * @param listener called in the order of the additions
	 * @return this
	 */
	public ModuleRegistryBuilder listener(ModuleListener listener) {
		this.listeners.add(listener);
		return this;
	}

	/**
	 * Builds the registry.
	 * @return an empty registry, to be closed by the caller
	 * @throws dev.relib.runtime.RuntimeUnavailableException if modules can not be loaded
	 * on this platform
	 */
	public ModuleRegistry build() {
		Linker linker = new JnaLinker();
		PrivateDirectory copies = RuntimeLibrary.createDirectory(this.directory);
		try {
			VersionLoader loader = new VersionLoader(copies, linker, RuntimeLibrary.shared(copies, linker));
			return new DefaultModuleRegistry(copies, new ModuleEnvironment(loader, linker, this.imports,
					this.unloadOptions, List.copyOf(this.listeners)));
		}
		catch (RuntimeException | Error ex) {
			copies.close();
			throw ex;
		}
	}

}
