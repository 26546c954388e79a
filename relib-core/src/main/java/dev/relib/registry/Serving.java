// SPDX-License-Identifier: Apache-2.0
package dev.relib.registry;

import java.util.function.BooleanSupplier;

import dev.relib.failure.ModuleClosedException;
import dev.relib.link.Linker;
import dev.relib.module.ModuleState;
import dev.relib.module.call.CallGuard;
import dev.relib.module.call.CallStacks;
import dev.relib.module.lifecycle.LoadedGeneration;
import org.jspecify.annotations.Nullable;

/**
 * The generation that serves a module's callers, and the module's state. Operations of
 * the module change it, any thread reads it.
 */
final class Serving {

	private final String module;

	private final CallGuard guard;

	private final Facades facades;

	private final BooleanSupplier stalled;

	private volatile ModuleState state = ModuleState.NOT_LOADED;

	private volatile @Nullable LoadedGeneration generation;

	/**
	 * Creates the state of a module that is not loaded.
	 * @param module the module's name
	 * @param stacks the calls that threads are inside
	 * @param linker makes the calls
	 * @param criticalCalls hears of interfaces
	 * @param stalled tells whether a load that was given up is still running
	 * @param plain whether the module has no contract
	 */
	Serving(String module, CallStacks stacks, Linker linker, CriticalCalls criticalCalls, BooleanSupplier stalled,
			boolean plain) {
		this.module = module;
		this.stalled = stalled;
		this.guard = new CallGuard(stacks, this::closed);
		this.facades = new Facades(module, this.guard, linker, criticalCalls, this::closed, plain);
	}

	private ModuleClosedException closed() {
		return ModuleClosedException.notLoaded(this.module, state());
	}

	CallGuard guard() {
		return this.guard;
	}

	Facades facades() {
		return this.facades;
	}

	ModuleState state() {
		ModuleState known = this.state;
		boolean loaded = known == ModuleState.LOADED || known == ModuleState.UNLOADING;
		return (!loaded && this.stalled.getAsBoolean()) ? ModuleState.STALLED : known;
	}

	/**
	 * Returns the generation that serves or is being unloaded; {@code null} if the module
	 * is not loaded.
	 */
	@Nullable LoadedGeneration generation() {
		return this.generation;
	}

	/** Directs all callers to a generation. */
	void start(LoadedGeneration loaded) {
		this.facades.serve(loaded);
		this.generation = loaded;
		this.state = ModuleState.LOADED;
	}

	/** Refuses callers from now on; the generation stays until {@link #end}. */
	void stop(ModuleState next) {
		this.state = next;
		this.facades.stopServing();
	}

	/** Forgets the generation, which callers are refused. */
	void end(ModuleState next) {
		this.generation = null;
		this.state = next;
	}

}
