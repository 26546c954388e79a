package dev.relib.registry;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleEvent;
import dev.relib.ModuleInfo;
import dev.relib.NativeModule;
import dev.relib.contract.ContractInterface;
import dev.relib.contract.Direction;
import dev.relib.failure.ModuleAlreadyLoadedException;
import dev.relib.failure.ModuleBusyException;
import dev.relib.failure.ModuleClosedException;
import dev.relib.failure.UnloadRefusedException;
import dev.relib.module.GenerationInfo;
import dev.relib.module.LeakReport;
import dev.relib.module.ModuleSource;
import dev.relib.module.ModuleState;
import dev.relib.module.ReloadReport;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.UnloadReport;
import dev.relib.module.call.CallGuard;
import dev.relib.module.call.ExportFacade;
import dev.relib.module.call.ImportStubs;
import dev.relib.module.lifecycle.GenerationUnloader;
import dev.relib.module.lifecycle.LoadRequest;
import dev.relib.module.lifecycle.LoadedGeneration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A module over its versions. Orders are carried out one after the other; calls of the
 * module and snapshots wait for none of them.
 */
final class ManagedModule implements NativeModule {

	private static final Logger logger = LoggerFactory.getLogger(NativeModule.class);

	private final ModuleDefinition definition;

	private final ModuleEnvironment environment;

	private final Consumer<ModuleSource> requireNotLoaded;

	private final CallGuard guard;

	private final ImportStubs imports;

	private final GenerationUnloader unloader;

	private final History history;

	private final ReentrantLock orders = new ReentrantLock();

	private final AtomicLong versionIds = new AtomicLong();

	private final Map<Class<?>, Object> facades = new ConcurrentHashMap<>();

	/** In the order in which versions bind them. Guarded by itself, as the next one. */
	private final List<ContractInterface> interfaces = new ArrayList<>();

	/** What interfaces can be added to; {@code null} while nothing serves. */
	private @Nullable LoadedGeneration serving;

	private final List<LoadedGeneration> retired = new CopyOnWriteArrayList<>();

	private volatile ModuleState state = ModuleState.NOT_LOADED;

	private volatile @Nullable LoadedGeneration version;

	ManagedModule(ModuleDefinition definition, ModuleEnvironment environment, Consumer<ModuleSource> requireNotLoaded) {
		this.definition = definition;
		this.environment = environment;
		this.requireNotLoaded = requireNotLoaded;
		this.guard = new CallGuard(environment.stacks(),
				() -> new ModuleClosedException(definition.name(), this.state.text()));
		this.imports = new ImportStubs(definition.name(), environment.imports(), environment.linker(), this.guard);
		this.unloader = new GenerationUnloader(this.guard, environment.unloadOptions());
		this.history = new History(definition.name(), environment.listeners());
	}

	@Override
	public String name() {
		return this.definition.name();
	}

	@Override
	public ModuleState state() {
		return this.state;
	}

	Path path() {
		return this.definition.path();
	}

	boolean isLoaded() {
		return this.version != null;
	}

	@Override
	public <T> T exports(Class<T> type) {
		Object known = this.facades.get(type);
		return type.cast((known != null) ? known : createFacade(type));
	}

	/**
	 * Waits for no order: the call that this comes from may be one that the order waits
	 * for.
	 */
	private Object createFacade(Class<?> type) {
		ContractInterface contractInterface = ContractInterface.of(type);
		contractInterface.require(Direction.EXPORTS);
		synchronized (this.interfaces) {
			return this.facades.computeIfAbsent(type, (unknown) -> bind(contractInterface));
		}
	}

	private Object bind(ContractInterface contractInterface) {
		LoadedGeneration bound = this.serving;
		if (bound == null) {
			throw new ModuleClosedException(name(), this.state.text());
		}
		bound.bind(contractInterface);
		int firstCall = this.interfaces.stream().mapToInt((known) -> known.methods().size()).sum();
		this.interfaces.add(contractInterface);
		return ExportFacade.create(name(), this.guard, contractInterface, firstCall);
	}

	/**
	 * An order that is being carried out may wait for the call that this one is given
	 * from.
	 */
	private void beginOrder() {
		if (!this.guard.insideCall()) {
			this.orders.lock();
		}
		else if (this.orders.isHeldByCurrentThread() || !this.orders.tryLock()) {
			throw new ModuleBusyException(name());
		}
	}

	@Override
	public void load() {
		beginOrder();
		try {
			if (this.version != null) {
				throw new ModuleAlreadyLoadedException(this.definition.source(), name());
			}
			Stopwatch watch = new Stopwatch();
			LoadedGeneration loaded = loadAndServe(watch);
			this.history.add(ModuleEvent.Kind.LOADED, loaded.id(), watch, null, null);
		}
		finally {
			this.orders.unlock();
		}
	}

	private LoadedGeneration loadAndServe(Stopwatch watch) {
		long id = this.versionIds.incrementAndGet();
		try {
			this.requireNotLoaded.accept(this.definition.source());
			LoadedGeneration loaded = this.environment.loader()
				.load(new LoadRequest(id, this.definition.source(), this.definition.policy(), this.definition.options(),
						knownInterfaces(), this.imports, this.guard));
			runMainAndServe(loaded);
			return loaded;
		}
		catch (RuntimeException | Error ex) {
			this.history.add(ModuleEvent.Kind.LOAD_FAILED, id, watch, ex.getMessage(), null);
			throw ex;
		}
	}

	private List<ContractInterface> knownInterfaces() {
		synchronized (this.interfaces) {
			return List.copyOf(this.interfaces);
		}
	}

	private void runMainAndServe(LoadedGeneration loaded) {
		try {
			loaded.runMain(this.guard);
			serve(loaded);
		}
		catch (RuntimeException | Error ex) {
			if (isUnloading()) {
				unload(loaded);
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
		synchronized (this.interfaces) {
			this.interfaces.subList(loaded.boundInterfaces(), this.interfaces.size()).forEach(loaded::bind);
			this.serving = loaded;
			this.version = loaded;
			this.state = ModuleState.LOADED;
			this.guard.open(loaded.calls());
		}
	}

	private void serveNothing(ModuleState next) {
		synchronized (this.interfaces) {
			this.serving = null;
			this.state = next;
			this.guard.close();
		}
	}

	@Override
	public ReloadReport reload() {
		beginOrder();
		try {
			LoadedGeneration previous = this.version;
			if (previous != null && !isUnloading()) {
				throw refused(notAttempted(Reason.UNLOADING_OFF));
			}
			Stopwatch watch = new Stopwatch();
			LoadedGeneration loaded = loadAndServe(watch);
			this.history.add(ModuleEvent.Kind.RELOADED, loaded.id(), watch, null, null);
			UnloadReport report = (previous != null) ? retire(previous) : null;
			return new ReloadReport(loaded.id(), watch.elapsed(), report);
		}
		finally {
			this.orders.unlock();
		}
	}

	private @Nullable UnloadReport retire(LoadedGeneration previous) {
		retryRetired();
		if (!this.guard.insideCall()) {
			return unload(previous);
		}
		this.retired.add(previous);
		Thread drain = new Thread(() -> unloadRetired(previous), "relib-drain-" + name() + "-" + previous.id());
		drain.setDaemon(true);
		drain.start();
		return null;
	}

	private UnloadReport unload(LoadedGeneration previous) {
		this.retired.add(previous);
		UnloadReport report = this.unloader.unload(previous);
		if (report.outcome() != Outcome.REFUSED) {
			this.retired.remove(previous);
		}
		this.history.add(report);
		return report;
	}

	private void unloadRetired(LoadedGeneration previous) {
		this.orders.lock();
		try {
			if (this.retired.remove(previous)) {
				unload(previous);
			}
		}
		finally {
			this.orders.unlock();
		}
	}

	/**
	 * Unloads what earlier reloads have left, if it is ready by now.
	 */
	private void retryRetired() {
		for (LoadedGeneration left : this.retired) {
			UnloadReport report = this.unloader.retry(left);
			if (report.outcome() != Outcome.REFUSED) {
				this.retired.remove(left);
				this.history.add(report);
			}
		}
	}

	@Override
	public UnloadReport unload() {
		if (this.guard.insideCall()) {
			throw refused(notAttempted(Reason.INSIDE_CALL));
		}
		if (!isUnloading()) {
			throw refused(notAttempted(Reason.UNLOADING_OFF));
		}
		beginOrder();
		try {
			LoadedGeneration serving = this.version;
			if (serving == null) {
				throw refused(notAttempted(Reason.NOT_LOADED));
			}
			serveNothing(ModuleState.UNLOADING);
			UnloadReport report = unloadServing(serving);
			if (report.outcome() == Outcome.REFUSED) {
				serve(serving);
				throw refused(report);
			}
			this.version = null;
			this.state = (report.outcome() == Outcome.UNLOADED) ? ModuleState.UNLOADED : ModuleState.PINNED;
			this.history.add(report);
			retryRetired();
			return report;
		}
		finally {
			this.orders.unlock();
		}
	}

	private UnloadReport unloadServing(LoadedGeneration serving) {
		try {
			return this.unloader.unload(serving);
		}
		catch (RuntimeException | Error ex) {
			serve(serving);
			throw ex;
		}
	}

	private UnloadRefusedException refused(UnloadReport report) {
		this.history.add(report);
		return new UnloadRefusedException(name(), report);
	}

	private UnloadReport notAttempted(Reason reason) {
		LoadedGeneration serving = this.version;
		return new UnloadReport((serving != null) ? serving.id() : 0, Outcome.REFUSED, reason, null, Instant.now(),
				Duration.ZERO, (serving != null) ? this.guard.callsInFlight(serving.calls()) : 0, List.of(), List.of(),
				LeakReport.NONE);
	}

	/**
	 * Unloads what is loaded, for good; without unloading nobody is let onto it any more.
	 */
	void close() {
		this.orders.lock();
		try {
			retryRetired();
			for (LoadedGeneration left : this.retired) {
				logger.warn("Version {} of module '{}' stays mapped until the process ends", left.id(), name());
				this.environment.loader().leave(left, false);
			}
			LoadedGeneration serving = this.version;
			if (serving != null && isUnloading()) {
				unloadForGood(serving);
			}
			else if (serving != null) {
				leave(serving);
			}
		}
		finally {
			this.orders.unlock();
		}
	}

	/**
	 * A version whose unload is refused may still run, and call what nobody else keeps
	 * from now on.
	 */
	private void unloadForGood(LoadedGeneration serving) {
		try {
			unload();
		}
		finally {
			if (this.version != null) {
				this.environment.loader().leave(serving, false);
			}
		}
	}

	private void leave(LoadedGeneration serving) {
		serveNothing(ModuleState.PINNED);
		this.version = null;
		this.environment.loader().leave(serving, this.unloader.drain(serving));
	}

	@Override
	public ModuleInfo info() {
		return new ModuleInfo(name(), this.state, this.definition.path(), describe(this.version),
				this.retired.stream().map(this::describe).toList(), this.history.newestFirst());
	}

	private @Nullable GenerationInfo describe(@Nullable LoadedGeneration described) {
		return (described != null) ? described.info(this.environment.linker().name(), this.guard) : null;
	}

	@Override
	public String toString() {
		return "module '" + name() + "'";
	}

}
