// SPDX-License-Identifier: Apache-2.0
package dev.relib.registry;

import java.util.List;

import dev.relib.ImportSource;
import dev.relib.ModuleListener;
import dev.relib.link.Linker;
import dev.relib.module.UnloadOptions;
import dev.relib.module.call.CallStacks;
import dev.relib.module.lifecycle.GenerationLoader;

/**
 * The parts that all modules of a registry share.
 *
 * @param loader loads their generations
 * @param linker calls their functions
 * @param criticalCalls says of calls in Java's state that they are ordinary ones
 * @param stacks the calls that threads are inside
 * @param claims the libraries that they have loaded
 * @param imports the implementations that they import
 * @param unloadOptions the timeouts of their unloads
 * @param maxRetired how many replaced generations of a module may still be loaded when it
 * is reloaded
 * @param listeners the listeners to their events
 */
record ModuleEnvironment(GenerationLoader loader, Linker linker, CriticalCalls criticalCalls, CallStacks stacks,
		LibraryClaims claims, ImportSource imports, UnloadOptions unloadOptions, int maxRetired,
		List<ModuleListener> listeners) {

}
