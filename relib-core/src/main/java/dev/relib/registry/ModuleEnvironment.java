package dev.relib.registry;

import java.util.List;

import dev.relib.link.Linker;
import dev.relib.module.ImportSource;
import dev.relib.module.UnloadOptions;
import dev.relib.module.VersionLoader;

/**
 * What all modules of a registry share.
 *
 * @param loader loads their versions
 * @param linker calls them
 * @param imports what they may import
 * @param unloadOptions how long their unloads wait
 * @param listeners who is told what happens to them
 */
record ModuleEnvironment(VersionLoader loader, Linker linker, ImportSource imports, UnloadOptions unloadOptions,
		List<ModuleListener> listeners) {

}
