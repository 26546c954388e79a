// SPDX-License-Identifier: Apache-2.0
package dev.relib.registry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.relib.ImportBinding;
import dev.relib.ImportSource;
import dev.relib.ModuleListener;
import dev.relib.ModuleRegistry;
import dev.relib.ModuleRegistryBuilder;
import dev.relib.contract.ContractInterface;
import dev.relib.link.Linker;
import dev.relib.module.CallTiming;
import dev.relib.module.LinkerOption;
import dev.relib.module.UnloadOptions;
import dev.relib.module.call.CallMark;
import dev.relib.module.call.CallStacks;
import dev.relib.module.lifecycle.GenerationLoader;
import dev.relib.os.PrivateDirectory;
import dev.relib.runtime.RuntimeLibrary;
import org.jspecify.annotations.Nullable;

/**
 * Builds a registry. {@link java.util.ServiceLoader} creates it.
 */
public final class DefaultModuleRegistryBuilder implements ModuleRegistryBuilder {

	private final List<ModuleListener> listeners = new ArrayList<>();

	private Path directory = Path.of(System.getProperty("java.io.tmpdir"));

	private ImportSource imports = (source, trait) -> Optional.empty();

	private UnloadOptions unloadOptions = UnloadOptions.DEFAULT;

	private int maxRetired = DEFAULT_MAX_RETIRED;

	private @Nullable LinkerOption linker;

	private CallTiming timing = CallTiming.OFF;

	/**
	 * Creates a builder with the defaults.
	 */
	public DefaultModuleRegistryBuilder() {
	}

	@Override
	public ModuleRegistryBuilder directory(Path parent) {
		this.directory = parent;
		return this;
	}

	@Override
	public ModuleRegistryBuilder imports(ImportSource source) {
		this.imports = source;
		return this;
	}

	@Override
	public ModuleRegistryBuilder imports(ImportBinding... bindings) {
		List<ImportBinding> offered = List.of(bindings);
		return imports((source, trait) -> offered.stream()
			.filter((binding) -> ContractInterface.of(binding.type()).trait().name().equals(trait))
			.findFirst());
	}

	@Override
	public ModuleRegistryBuilder unloadOptions(UnloadOptions options) {
		this.unloadOptions = options;
		return this;
	}

	@Override
	public ModuleRegistryBuilder maxRetired(int generations) {
		if (generations < 1) {
			throw new IllegalArgumentException("at least one replaced generation has to be allowed (relib.reload."
					+ "max-retired), not " + generations + ": a reload would be refused while a call is in flight");
		}
		this.maxRetired = generations;
		return this;
	}

	@Override
	public ModuleRegistryBuilder timing(CallTiming which) {
		this.timing = which;
		return this;
	}

	@Override
	public ModuleRegistryBuilder linker(LinkerOption option) {
		this.linker = option;
		return this;
	}

	@Override
	public ModuleRegistryBuilder listener(ModuleListener listener) {
		this.listeners.add(listener);
		return this;
	}

	/** The system property lets all tests run with each. */
	private LinkerOption wantedLinker() {
		return (this.linker != null) ? this.linker
				: LinkerOption.of(System.getProperty("relib.linker", LinkerOption.AUTO.text()));
	}

	@Override
	public ModuleRegistry build() {
		PrivateDirectory copies = RuntimeLibrary.createDirectory(this.directory);
		try {
			LinkerChoice choice = LinkerChoice.of(wantedLinker(), copies);
			Linker linker = choice.linker();
			RuntimeLibrary runtime = RuntimeLibrary.shared(copies, linker);
			GenerationLoader loader = new GenerationLoader(copies, linker, runtime);
			CallStacks stacks = new CallStacks(runtime::stackLeft, runtime.fence(), runtime::criticalFlag, this.timing);
			return new DefaultModuleRegistry(copies, choice.info(CallMark.current()),
					new ModuleEnvironment(loader, linker, new CriticalCalls(linker), stacks, new LibraryClaims(),
							this.imports, this.unloadOptions, this.maxRetired, List.copyOf(this.listeners)));
		}
		catch (RuntimeException | Error ex) {
			copies.close();
			throw ex;
		}
	}

}
