// SPDX-License-Identifier: Apache-2.0
package dev.relib.registry;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleEvent;
import dev.relib.ModuleInfo;
import dev.relib.NativeModule;
import dev.relib.NativeSymbol;
import dev.relib.failure.ModuleAlreadyLoadedException;
import dev.relib.failure.UnloadingOffException;
import dev.relib.module.ExportCalls;
import dev.relib.module.ModuleKind;
import dev.relib.module.GenerationInfo;
import dev.relib.module.ModuleState;
import dev.relib.module.ReloadReport;
import dev.relib.module.UnloadReport;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.call.ImportStubs;
import dev.relib.module.call.MainCall;
import dev.relib.module.call.SymbolHandle;
import dev.relib.module.lifecycle.LoadRequest;
import dev.relib.module.lifecycle.LoadedGeneration;
import dev.relib.module.lifecycle.Stopwatch;
import org.jspecify.annotations.Nullable;

/**
 * A module across its generations. Calls of the module and snapshots wait for none of its
 * operations.
 */
final class ManagedModule implements NativeModule {

	private final ModuleDefinition definition;

	private final ModuleEnvironment environment;

	private final Serving serving;

	private final ImportStubs imports;

	private final History history;

	private final Operations operations;

	private final Unloads unloads;

	private final AtomicLong generationIds = new AtomicLong();

	ManagedModule(ModuleDefinition definition, ModuleEnvironment environment) {
		String name = definition.name();
		this.definition = definition;
		this.environment = environment;
		this.serving = new Serving(name, environment.stacks(), environment.linker(), environment.criticalCalls(),
				() -> environment.loader().isStalled(name), definition.options().kind() == ModuleKind.PLAIN);
		this.imports = new ImportStubs(name, environment.imports(), environment.linker(), this.serving.guard());
		this.history = new History(environment.listeners());
		this.operations = new Operations(name, this.serving.guard(), this.history);
		this.unloads = new Unloads(definition, environment, this.operations, this.serving);
	}

	@Override
	public String name() {
		return this.definition.name();
	}

	@Override
	public ModuleState state() {
		return this.serving.state();
	}

	@Override
	public <T> T exports(Class<T> type) {
		return this.serving.facades().get(type);
	}

	@Override
	@SuppressWarnings("unchecked")
	public <R extends @Nullable Object> R callMain(Class<R> type) {
		return (R) new MainCall(name(), this.serving.guard(), type).call();
	}

	@Override
	public NativeSymbol symbol(String name) {
		return new SymbolHandle(this.serving.guard(), name);
	}

	@Override
	public void load() {
		this.operations.runUnlessClosed(() -> {
			if (this.serving.generation() != null) {
				throw new ModuleAlreadyLoadedException(this.definition.source(), name());
			}
			Stopwatch watch = new Stopwatch();
			LoadedGeneration loaded = loadAndServe(watch);
			record(ModuleEvent.Kind.LOADED, loaded.id(), watch, null);
			return loaded;
		});
	}

	private LoadedGeneration loadAndServe(Stopwatch watch) {
		long id = this.generationIds.incrementAndGet();
		try {
			return this.environment.claims().claim(this.definition.source(), (claim) -> {
				LoadedGeneration loaded = this.environment.loader()
					.load(new LoadRequest(id, this.definition.source(), this.definition.policy(),
							this.definition.options(), this.serving.facades().interfaces(), this.imports,
							this.serving.guard(), claim, this.operations::isClosed));
				runMainAndServe(loaded);
				return loaded;
			});
		}
		catch (RuntimeException | Error ex) {
			record(ModuleEvent.Kind.LOAD_FAILED, id, watch, ex.getMessage());
			throw ex;
		}
	}

	private void runMainAndServe(LoadedGeneration loaded) {
		try {
			loaded.runMain(this.serving.guard());
			this.operations.requireOpen();
			this.serving.start(loaded);
		}
		catch (RuntimeException | Error ex) {
			this.unloads.discard(loaded, ex);
			throw ex;
		}
	}

	@Override
	public ReloadReport reload() {
		return this.operations.runUnlessClosed(() -> {
			LoadedGeneration previous = this.serving.generation();
			if (previous != null && !this.unloads.areOn()) {
				throw new UnloadingOffException(name());
			}
			if (previous != null) {
				this.unloads.requireRoom();
			}
			Stopwatch watch = new Stopwatch();
			LoadedGeneration loaded = loadAndServe(watch);
			record(ModuleEvent.Kind.RELOADED, loaded.id(), watch, null);
			this.operations.loaded();
			UnloadReport report = (previous != null) ? this.unloads.retire(previous) : null;
			return new ReloadReport(loaded.id(), watch.elapsed(), report, loaded.stale());
		});
	}

	@Override
	public UnloadReport unload() {
		if (this.serving.guard().insideCall()) {
			UnloadReport report = this.unloads.refuse(Reason.INSIDE_CALL);
			this.operations.deliver();
			return report;
		}
		return this.operations.run(this.unloads::unload);
	}

	/** Gives up a load that is running. No later operation loads the module. */
	void stopLoading() {
		this.operations.stopLoading();
	}

	/** Unloads the module. No later operation loads it. */
	void close() {
		this.operations.close(this.unloads::close, this.environment.unloadOptions().drain());
	}

	private void record(ModuleEvent.Kind kind, long generation, Stopwatch watch, @Nullable String message) {
		this.operations
			.record(new ModuleEvent(name(), kind, generation, watch.started(), watch.elapsed(), message, null));
	}

	@Override
	public ModuleInfo info() {
		LoadedGeneration loaded = this.serving.generation();
		return new ModuleInfo(name(), state(), this.definition.path(), (loaded != null) ? describe(loaded) : null,
				this.unloads.retired().stream().map(this::describe).toList(), this.history.newestFirst());
	}

	@Override
	public List<ExportCalls> calls() {
		return this.serving.guard().counts().sums();
	}

	private GenerationInfo describe(LoadedGeneration generation) {
		return generation.info(this.environment.linker().name(), this.serving.guard());
	}

	@Override
	public String toString() {
		return "module '" + name() + "'";
	}

}
