// SPDX-License-Identifier: Apache-2.0
package dev.relib.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.DuplicateModuleException;
import dev.relib.failure.ModuleClosedException;
import dev.relib.failure.UnknownModuleException;
import dev.relib.module.LinkerInfo;
import dev.relib.os.PrivateDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A registry that keeps its modules in the order of their addition.
 */
final class DefaultModuleRegistry implements ModuleRegistry {

	private static final Logger logger = LoggerFactory.getLogger(ModuleRegistry.class);

	private final PrivateDirectory copies;

	private final LinkerInfo linker;

	private final ModuleEnvironment environment;

	private final Map<String, ManagedModule> modules = new LinkedHashMap<>();

	private boolean closed;

	DefaultModuleRegistry(PrivateDirectory copies, LinkerInfo linker, ModuleEnvironment environment) {
		this.copies = copies;
		this.linker = linker;
		this.environment = environment;
	}

	@Override
	public LinkerInfo linker() {
		return this.environment.criticalCalls()
			.note()
			.map((note) -> new LinkerInfo(this.linker.used(), this.linker.marks(),
					Stream.concat(this.linker.notes().stream(), Stream.of(note)).toList()))
			.orElse(this.linker);
	}

	@Override
	public NativeModule add(ModuleDefinition definition) {
		ManagedModule module = new ManagedModule(definition, this.environment);
		register(module);
		load(module);
		return module;
	}

	private void register(ManagedModule module) {
		synchronized (this.modules) {
			if (this.closed) {
				throw ModuleClosedException.registryClosed(module.name());
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
			giveUp(module, ex);
			throw ex;
		}
	}

	/**
	 * Closes a module before it is forgotten: a generation of it that could not be
	 * unloaded would lose what its threads call.
	 */
	private void giveUp(ManagedModule module, Throwable failure) {
		try {
			module.close();
		}
		catch (RuntimeException | Error ex) {
			failure.addSuppressed(ex);
		}
		finally {
			synchronized (this.modules) {
				this.modules.remove(module.name(), module);
			}
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
		try {
			List<ManagedModule> all = snapshot();
			Collections.reverse(all);
			all.forEach(ManagedModule::stopLoading);
			all.forEach(DefaultModuleRegistry::close);
		}
		finally {
			this.environment.loader().close();
			this.copies.close();
			RecordMethods.forgetLast();
		}
	}

	private static void close(ManagedModule module) {
		try {
			module.close();
		}
		catch (RuntimeException | Error ex) {
			logger.error("Can not unload module '{}'", module.name(), ex);
		}
	}

}
