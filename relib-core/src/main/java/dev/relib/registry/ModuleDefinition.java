package dev.relib.registry;

import java.nio.file.Path;

import dev.relib.ModuleSource;

/**
 * What a module is to be called and where its library is.
 *
 * @param name the name, unique in a registry
 * @param path the library's path, read anew at each load
 */
public record ModuleDefinition(String name, Path path) {

	ModuleSource source() {
		return ModuleSource.of(this.name, this.path);
	}

}
