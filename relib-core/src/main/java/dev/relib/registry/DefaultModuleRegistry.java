package dev.relib.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.DuplicateModuleException;
import dev.relib.failure.ModuleAlreadyLoadedException;
import dev.relib.failure.ModuleClosedException;
import dev.relib.failure.UnknownModuleException;
import dev.relib.failure.UnloadRefusedException;
import dev.relib.module.ModuleSource;
import dev.relib.os.PrivateDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The default registry.
 */
final class DefaultModuleRegistry implements ModuleRegistry {

	private static final Logger logger = LoggerFactory.getLogger(ModuleRegistry.class);

	private final PrivateDirectory copies;

	private final ModuleEnvironment environment;

	private final Map<String, ManagedModule> modules = new LinkedHashMap<>();

	/** One at a time: two modules being added must not take the same library. */
	private final ReentrantLock additions = new ReentrantLock();

	private boolean closed;

	DefaultModuleRegistry(PrivateDirectory copies, ModuleEnvironment environment) {
		this.copies = copies;
		this.environment = environment;
	}

	@Override
	public NativeModule add(ModuleDefinition definition) {
		this.additions.lock();
		try {
			ManagedModule module = new ManagedModule(definition, this.environment, this::requireNotLoaded);
			register(module);
			load(module);
			return module;
		}
		finally {
			this.additions.unlock();
		}
	}

	private void register(ManagedModule module) {
		synchronized (this.modules) {
			if (this.closed) {
				throw new ModuleClosedException(module.name(), "of a registry that is closed");
			}
			if (this.modules.putIfAbsent(module.name(), module) != null) {
				throw new DuplicateModuleException(module.name());
			}
		}
	}

	private void load(ManagedModule module) {
		try {
			module.load();
		}
		catch (RuntimeException | Error ex) {
			synchronized (this.modules) {
				this.modules.remove(module.name(), module);
			}
			throw ex;
		}
	}

	/**
	 * Two modules from one library would be two copies of its state under different
	 * names, which nobody means.
	 */
	private void requireNotLoaded(ModuleSource source) {
		Optional<Path> library = realPath(source.path());
		for (ManagedModule other : snapshot()) {
			if (!other.name().equals(source.module()) && other.isLoaded() && library.isPresent()
					&& library.equals(realPath(other.path()))) {
				throw new ModuleAlreadyLoadedException(source, other.name());
			}
		}
	}

	private static Optional<Path> realPath(Path path) {
		try {
			return Optional.of(path.toRealPath());
		}
		catch (IOException ex) {
			logger.trace("{} has no real path", path, ex);
			return Optional.empty();
		}
	}

	@Override
	public NativeModule get(String name) {
		synchronized (this.modules) {
			NativeModule module = this.modules.get(name);
			if (module == null) {
				throw new UnknownModuleException(name, this.modules.keySet());
			}
			return module;
		}
	}

	@Override
	public List<NativeModule> modules() {
		return List.copyOf(snapshot());
	}

	private List<ManagedModule> snapshot() {
		synchronized (this.modules) {
			return new ArrayList<>(this.modules.values());
		}
	}

	@Override
	public void close() {
		synchronized (this.modules) {
			this.closed = true;
		}
		this.additions.lock();
		try {
			List<ManagedModule> all = snapshot();
			Collections.reverse(all);
			all.forEach(DefaultModuleRegistry::close);
		}
		finally {
			this.additions.unlock();
			this.copies.close();
		}
	}

	private static void close(ManagedModule module) {
		try {
			module.close();
		}
		catch (UnloadRefusedException ex) {
			logger.warn("{}. Its library stays mapped until the process ends.", ex.getMessage());
		}
		catch (RuntimeException | Error ex) {
			logger.error("Can not unload module '{}'", module.name(), ex);
		}
	}

}
