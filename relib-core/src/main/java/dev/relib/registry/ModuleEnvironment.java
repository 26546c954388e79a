package dev.relib.registry;

import java.util.List;

import dev.relib.ImportSource;
import dev.relib.ModuleListener;
import dev.relib.link.Linker;
import dev.relib.module.UnloadOptions;
import dev.relib.module.call.CallStacks;
import dev.relib.module.lifecycle.GenerationLoader;

/**
 * What all modules of a registry share.
 *
 * @param loader loads their versions
 * @param linker calls them
 * @param stacks the calls that threads are inside
 * @param imports what they may import
 * @param unloadOptions how long their unloads wait
 * @param listeners who is told what happens to them
 */
record ModuleEnvironment(GenerationLoader loader, Linker linker, CallStacks stacks, LibraryClaims claims,
		ImportSource imports, UnloadOptions unloadOptions, List<ModuleListener> listeners) {

}
