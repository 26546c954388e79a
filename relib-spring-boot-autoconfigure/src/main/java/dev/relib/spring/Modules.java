// SPDX-License-Identifier: Apache-2.0
package dev.relib.spring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleSource;
import dev.relib.module.lifecycle.TimedReading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the module that a {@link dev.relib.RelibModule} names, and loads it if it is
 * named by a location that is not loaded. Safe for use by several threads.
 */
public final class Modules {

	private static final Logger logger = LoggerFactory.getLogger(Modules.class);

	private final ModuleRegistry registry;

	private final LibraryLocations locations;

	private final ModuleDefinitions definitions;

	private final ModuleOptions options;

	/**
	 * Caches results, because a lazy injection point looks its module up at every call. A
	 * look-up in the registry would wait while the module is reloaded or unloaded.
	 */
	private final Map<Target, Object> found = new ConcurrentHashMap<>();

	/**
	 * Creates a finder.
	 * @param registry the registry of the application's modules
	 * @param locations resolves the locations of libraries
	 * @param definitions defines modules that are not configured
	 * @param options the options of modules that are not configured
	 */
	public Modules(ModuleRegistry registry, LibraryLocations locations, ModuleDefinitions definitions,
			ModuleOptions options) {
		this.registry = registry;
		this.locations = locations;
		this.definitions = definitions;
		this.options = options;
	}

	/**
	 * Finds a module.
	 * @param nameOrLocation the name of a module, or the location of a library, which is
	 * loaded unless a module has loaded it already
	 * @return the handle of the module
	 * @throws dev.relib.failure.UnknownModuleException if no module has the name
	 * @throws dev.relib.failure.ModuleLoadException if the library at the location can
	 * not be loaded
	 */
	public NativeModule find(String nameOrLocation) {
		return (NativeModule) find(nameOrLocation, NativeModule.class);
	}

	/**
	 * Finds a module as a type that can be injected.
	 * @param nameOrLocation the name of a module, or the location of a library
	 * @param type {@link NativeModule} or an export interface
	 * @return the module's handle, or an object that implements the export interface
	 */
	Object find(String nameOrLocation, Class<?> type) {
		Target target = new Target(nameOrLocation, type);
		Object known = this.found.get(target);
		if (known == null) {
			known = (type == NativeModule.class) ? lookUp(nameOrLocation) : find(nameOrLocation).exports(type);
			this.found.put(target, known);
		}
		return known;
	}

	private NativeModule lookUp(String nameOrLocation) {
		return LibraryLocations.isLocation(nameOrLocation) ? load(nameOrLocation) : this.registry.get(nameOrLocation);
	}

	private synchronized NativeModule load(String location) {
		String name = LibraryLocations.moduleName(location);
		return TimedReading.run(new ModuleSource(name, location), this.options.load(), () -> loaded(name, location))
			.orElseGet(
					() -> this.registry.add(this.definitions.define(unused(name), location, this.options, null, null)));
	}

	private Optional<NativeModule> loaded(String name, String location) {
		Path path = this.locations.resolve(name, location);
		return this.registry.modules().stream().filter((module) -> isSame(module.info().path(), path)).findFirst();
	}

	private String unused(String name) {
		Set<String> used = this.registry.modules().stream().map(NativeModule::name).collect(Collectors.toSet());
		String unused = name;
		for (int i = 2; used.contains(unused); i++) {
			unused = name + "-" + i;
		}
		return unused;
	}

	static boolean isSame(Path one, Path other) {
		try {
			return one.equals(other) || Files.isSameFile(one, other);
		}
		catch (IOException ex) {
			logger.trace("{} or {} does not exist", one, other, ex);
			return false;
		}
	}

	/**
	 * The key of the cache.
	 *
	 * @param module the name or location of a module
	 * @param type {@link NativeModule} or an export interface
	 */
	private record Target(String module, Class<?> type) {

	}

}
