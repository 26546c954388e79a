package dev.relib.registry;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleEvent;
import dev.relib.ModuleInfo;
import dev.relib.NativeModule;
import dev.relib.failure.ModuleAlreadyLoadedException;
import dev.relib.failure.ModuleClosedException;
import dev.relib.failure.UnloadingOffException;
import dev.relib.module.GenerationInfo;
import dev.relib.module.LeakReport;
import dev.relib.module.ModuleState;
import dev.relib.module.ReloadReport;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.UnloadReport;
import dev.relib.module.call.CallGuard;
import dev.relib.module.call.ImportStubs;
import dev.relib.module.lifecycle.GenerationUnloader;
import dev.relib.module.lifecycle.LoadRequest;
import dev.relib.module.lifecycle.LoadedGeneration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A module over its generations. Calls of the module and snapshots wait for none of its
 * operations.
 */
final class ManagedModule implements NativeModule {

	private static final Logger logger = LoggerFactory.getLogger(NativeModule.class);

	private final ModuleDefinition definition;

	private final ModuleEnvironment environment;

	private final LibraryClaims claims;

	private final CallGuard guard;

	private final ImportStubs imports;

	private final GenerationUnloader unloader;

	private final History history;

	private final Operations operations;

	private final Facades facades;

	private final RetiredGenerations retired;

	private final AtomicLong generationIds = new AtomicLong();

	private volatile ModuleState state = ModuleState.NOT_LOADED;

	private volatile @Nullable LoadedGeneration serving;

	ManagedModule(ModuleDefinition definition, ModuleEnvironment environment, LibraryClaims claims) {
		String name = definition.name();
		this.definition = definition;
		this.environment = environment;
		this.claims = claims;
		this.guard = new CallGuard(environment.stacks(), this::closed);
		this.imports = new ImportStubs(name, environment.imports(), environment.linker(), this.guard);
		this.unloader = new GenerationUnloader(this.guard, environment.unloadOptions());
		this.history = new History(environment.listeners());
		this.operations = new Operations(name, this.guard, this.history);
		this.facades = new Facades(name, this.guard, this::closed);
		this.retired = new RetiredGenerations(this.unloader, this::unloaded);
	}

	private ModuleClosedException closed() {
		return ModuleClosedException.notLoaded(name(), this.state);
	}

	@Override
	public String name() {
		return this.definition.name();
	}

	@Override
	public ModuleState state() {
		return this.state;
	}

	@Override
	public <T> T exports(Class<T> type) {
		return this.facades.get(type);
	}

	@Override
	public void load() {
		this.operations.runUnlessClosed(() -> {
			if (this.serving != null) {
				throw new ModuleAlreadyLoadedException(this.definition.source(), name());
			}
			Stopwatch watch = new Stopwatch();
			LoadedGeneration loaded = loadAndServe(watch);
			happened(ModuleEvent.Kind.LOADED, loaded.id(), watch, null);
			return loaded;
		});
	}

	private LoadedGeneration loadAndServe(Stopwatch watch) {
		long id = this.generationIds.incrementAndGet();
		try {
			Path claimed = this.claims.claim(this.definition.source());
			try {
				LoadedGeneration loaded = this.environment.loader()
					.load(new LoadRequest(id, this.definition.source(), this.definition.policy(),
							this.definition.options(), this.facades.interfaces(), this.imports, this.guard));
				runMainAndServe(loaded);
				return loaded;
			}
			catch (RuntimeException | Error ex) {
				this.claims.restore(name(), claimed);
				throw ex;
			}
		}
		catch (RuntimeException | Error ex) {
			happened(ModuleEvent.Kind.LOAD_FAILED, id, watch, ex.getMessage());
			throw ex;
		}
	}

	private void runMainAndServe(LoadedGeneration loaded) {
		try {
			loaded.runMain(this.guard);
			serve(loaded);
		}
		catch (RuntimeException | Error ex) {
			if (isUnloading()) {
				this.retired.unload(loaded);
			}
			else {
				this.environment.loader().leave(loaded, true);
			}
			throw ex;
		}
	}

	private boolean isUnloading() {
		return this.definition.options().unloading();
	}

	private void serve(LoadedGeneration loaded) {
		this.facades.serve(loaded);
		this.serving = loaded;
		this.state = ModuleState.LOADED;
	}

	private void serveNothing(ModuleState next) {
		this.state = next;
		this.facades.serveNothing();
	}

	@Override
	public ReloadReport reload() {
		return this.operations.runUnlessClosed(() -> {
			LoadedGeneration previous = this.serving;
			if (previous != null && !isUnloading()) {
				throw new UnloadingOffException(name());
			}
			Stopwatch watch = new Stopwatch();
			LoadedGeneration loaded = loadAndServe(watch);
			happened(ModuleEvent.Kind.RELOADED, loaded.id(), watch, null);
			UnloadReport report = (previous != null) ? retire(previous) : null;
			return new ReloadReport(loaded.id(), watch.elapsed(), report);
		});
	}

	/**
	 * A call that this thread is inside keeps the generation, so another one unloads it.
	 */
	private @Nullable UnloadReport retire(LoadedGeneration previous) {
		this.retired.retry();
		if (!this.guard.insideCall()) {
			return this.retired.unload(previous);
		}
		this.retired.add(previous);
		Thread drain = new Thread(() -> this.operations.run(() -> {
			this.retired.unloadIfStillHere(previous);
			return previous;
		}), "relib-drain-" + name() + "-" + previous.id());
		drain.setDaemon(true);
		drain.start();
		return null;
	}

	@Override
	public UnloadReport unload() {
		if (this.guard.insideCall()) {
			UnloadReport report = refused(Reason.INSIDE_CALL);
			this.operations.deliver();
			return report;
		}
		return this.operations.run(() -> {
			LoadedGeneration loaded = this.serving;
			if (!isUnloading()) {
				return refused(Reason.UNLOADING_OFF);
			}
			return (loaded != null) ? unload(loaded) : refused(Reason.NOT_LOADED);
		});
	}

	private UnloadReport unload(LoadedGeneration loaded) {
		serveNothing(ModuleState.UNLOADING);
		UnloadReport report = tryUnload(loaded);
		if (report.outcome() == Outcome.REFUSED) {
			serve(loaded);
		}
		else {
			this.serving = null;
			this.claims.restore(name(), null);
			this.state = (report.outcome() == Outcome.UNLOADED) ? ModuleState.UNLOADED : ModuleState.PINNED;
		}
		unloaded(report);
		if (report.outcome() != Outcome.REFUSED) {
			this.retired.retry();
		}
		return report;
	}

	private UnloadReport tryUnload(LoadedGeneration loaded) {
		try {
			return this.unloader.unload(loaded);
		}
		catch (RuntimeException | Error ex) {
			serve(loaded);
			throw ex;
		}
	}

	/** A report of an unload that was not tried. */
	private UnloadReport refused(Reason reason) {
		LoadedGeneration loaded = this.serving;
		UnloadReport report = new UnloadReport((loaded != null) ? loaded.id() : 0, Outcome.REFUSED, reason, null,
				Instant.now(), Duration.ZERO, (loaded != null) ? this.guard.callsInFlight(loaded.calls()) : 0,
				List.of(), List.of(), LeakReport.NONE);
		unloaded(report);
		return report;
	}

	private void unloaded(UnloadReport report) {
		ModuleEvent.Kind kind = switch (report.outcome()) {
			case UNLOADED -> ModuleEvent.Kind.UNLOADED;
			case PINNED -> ModuleEvent.Kind.PINNED;
			case REFUSED -> ModuleEvent.Kind.UNLOAD_REFUSED;
		};
		this.operations.happened(new ModuleEvent(name(), kind, report.generation(), report.started(), report.duration(),
				report.describe(), report));
	}

	private void happened(ModuleEvent.Kind kind, long generation, Stopwatch watch, @Nullable String message) {
		this.operations
			.happened(new ModuleEvent(name(), kind, generation, watch.started(), watch.elapsed(), message, null));
	}

	/**
	 * Unloads the generation that serves, for good. Without unloading it stays, and
	 * nobody is let onto it any more.
	 */
	void close() {
		this.operations.close(() -> {
			this.retired.retry();
			for (LoadedGeneration left : this.retired.all()) {
				logger.warn("Generation {} of module '{}' stays mapped until the process ends", left.id(), name());
				this.environment.loader().leave(left, false);
			}
			LoadedGeneration loaded = this.serving;
			if (loaded != null && isUnloading()) {
				unloadForGood(loaded);
			}
			else if (loaded != null) {
				serveNothing(ModuleState.PINNED);
				this.serving = null;
				this.environment.loader().leave(loaded, this.unloader.drain(loaded));
			}
		});
	}

	/**
	 * A generation whose unload is refused may still run, and call stubs that nobody else
	 * keeps from now on.
	 */
	private void unloadForGood(LoadedGeneration loaded) {
		try {
			UnloadReport report = this.guard.insideCall() ? refused(Reason.INSIDE_CALL) : unload(loaded);
			if (report.outcome() == Outcome.REFUSED) {
				logger.warn("module '{}' is not unloaded: {}. Its library stays mapped until the process ends.", name(),
						report.describe());
			}
		}
		finally {
			if (this.serving != null) {
				this.environment.loader().leave(loaded, false);
			}
		}
	}

	@Override
	public ModuleInfo info() {
		LoadedGeneration loaded = this.serving;
		return new ModuleInfo(name(), this.state, this.definition.path(), (loaded != null) ? describe(loaded) : null,
				this.retired.all().stream().map(this::describe).toList(), this.history.newestFirst());
	}

	private GenerationInfo describe(LoadedGeneration generation) {
		return generation.info(this.environment.linker().name(), this.guard);
	}

	@Override
	public String toString() {
		return "module '" + name() + "'";
	}

}
