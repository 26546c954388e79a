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

import dev.relib.ModuleSource;
import dev.relib.contract.ContractInterface;
import dev.relib.contract.Direction;
import dev.relib.module.ExportFacade;
import dev.relib.module.Gate;
import dev.relib.module.ImportStubs;
import dev.relib.module.ModuleClosedException;
import dev.relib.module.ModuleVersion;
import dev.relib.module.UnloadRefusedException;
import dev.relib.module.UnloadReport;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.VersionInfo;
import dev.relib.module.VersionUnloader;
import dev.relib.runtime.Leftovers;
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

	private final Gate gate;

	private final ImportStubs imports;

	private final VersionUnloader unloader;

	private final History history;

	private final ReentrantLock orders = new ReentrantLock();

	private final AtomicLong versionIds = new AtomicLong();

	private final Map<Class<?>, Object> facades = new ConcurrentHashMap<>();

	/** In the order in which versions bind them. Guarded by itself, as the next one. */
	private final List<ContractInterface> interfaces = new ArrayList<>();

	/** What interfaces can be added to; {@code null} while nothing serves. */
	private @Nullable ModuleVersion serving;

	private final List<ModuleVersion> retired = new CopyOnWriteArrayList<>();

	private volatile ModuleState state = ModuleState.NOT_LOADED;

	private volatile @Nullable ModuleVersion version;

	ManagedModule(ModuleDefinition definition, ModuleEnvironment environment, Consumer<ModuleSource> requireNotLoaded) {
		this.definition = definition;
		this.environment = environment;
		this.requireNotLoaded = requireNotLoaded;
		this.gate = new Gate(() -> new ModuleClosedException(definition.name(), this.state.text()));
		this.imports = new ImportStubs(definition.name(), environment.imports(), environment.linker(), this.gate);
		this.unloader = new VersionUnloader(this.gate, environment.unloadOptions());
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
		ModuleVersion bound = this.serving;
		if (bound == null) {
			throw new ModuleClosedException(name(), this.state.text());
		}
		bound.bind(contractInterface);
		int firstCall = this.interfaces.stream().mapToInt((known) -> known.methods().size()).sum();
		this.interfaces.add(contractInterface);
		return ExportFacade.create(name(), this.gate, contractInterface, firstCall);
	}

	/**
	 * An order that is being carried out may wait for the call that this one is given
	 * from.
	 */
	private void beginOrder() {
		if (!this.gate.insideCall()) {
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
			ModuleVersion loaded = loadAndServe(watch);
			this.history.add(ModuleEvent.Kind.LOADED, loaded.id(), watch, null, null);
		}
		finally {
			this.orders.unlock();
		}
	}

	private ModuleVersion loadAndServe(Stopwatch watch) {
		long id = this.versionIds.incrementAndGet();
		try {
			this.requireNotLoaded.accept(this.definition.source());
			ModuleVersion loaded = this.environment.loader()
				.load(id, this.definition.source(), this.definition.policy(), this.definition.options(),
						knownInterfaces(), this.imports);
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

	private void runMainAndServe(ModuleVersion loaded) {
		try {
			loaded.runMain(this.gate);
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

	private void serve(ModuleVersion loaded) {
		synchronized (this.interfaces) {
			this.interfaces.subList(loaded.boundInterfaces(), this.interfaces.size()).forEach(loaded::bind);
			this.serving = loaded;
			this.version = loaded;
			this.state = ModuleState.LOADED;
			this.gate.open(loaded);
		}
	}

	private void serveNothing(ModuleState next) {
		synchronized (this.interfaces) {
			this.serving = null;
			this.state = next;
			this.gate.open(null);
		}
	}

	@Override
	public ReloadReport reload() {
		beginOrder();
		try {
			ModuleVersion previous = this.version;
			if (previous != null && !isUnloading()) {
				throw refused(notAttempted(Reason.UNLOADING_OFF));
			}
			Stopwatch watch = new Stopwatch();
			ModuleVersion loaded = loadAndServe(watch);
			this.history.add(ModuleEvent.Kind.RELOADED, loaded.id(), watch, null, null);
			UnloadReport report = (previous != null) ? retire(previous) : null;
			return new ReloadReport(loaded.id(), watch.elapsed(), report);
		}
		finally {
			this.orders.unlock();
		}
	}

	private @Nullable UnloadReport retire(ModuleVersion previous) {
		retryRetired();
		if (!this.gate.insideCall()) {
			return unload(previous);
		}
		this.retired.add(previous);
		Thread drain = new Thread(() -> unloadRetired(previous), "relib-drain-" + name() + "-" + previous.id());
		drain.setDaemon(true);
		drain.start();
		return null;
	}

	private UnloadReport unload(ModuleVersion previous) {
		this.retired.add(previous);
		UnloadReport report = this.unloader.unload(previous);
		if (report.outcome() != Outcome.REFUSED) {
			this.retired.remove(previous);
		}
		this.history.add(report);
		return report;
	}

	private void unloadRetired(ModuleVersion previous) {
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
		for (ModuleVersion left : this.retired) {
			UnloadReport report = this.unloader.retry(left);
			if (report.outcome() != Outcome.REFUSED) {
				this.retired.remove(left);
				this.history.add(report);
			}
		}
	}

	@Override
	public UnloadReport unload() {
		if (this.gate.insideCall()) {
			throw refused(notAttempted(Reason.INSIDE_CALL));
		}
		if (!isUnloading()) {
			throw refused(notAttempted(Reason.UNLOADING_OFF));
		}
		beginOrder();
		try {
			ModuleVersion serving = this.version;
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

	private UnloadReport unloadServing(ModuleVersion serving) {
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
		ModuleVersion serving = this.version;
		return new UnloadReport((serving != null) ? serving.id() : 0, Outcome.REFUSED, reason, null, Instant.now(),
				Duration.ZERO, (serving != null) ? this.gate.callsInFlight(serving) : 0, List.of(), List.of(),
				Leftovers.NONE);
	}

	/**
	 * Unloads what is loaded, for good; without unloading nobody is let onto it any more.
	 */
	void close() {
		this.orders.lock();
		try {
			retryRetired();
			for (ModuleVersion left : this.retired) {
				logger.warn("Version {} of module '{}' stays mapped until the process ends", left.id(), name());
				this.environment.loader().leave(left, false);
			}
			ModuleVersion serving = this.version;
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
	private void unloadForGood(ModuleVersion serving) {
		try {
			unload();
		}
		finally {
			if (this.version != null) {
				this.environment.loader().leave(serving, false);
			}
		}
	}

	private void leave(ModuleVersion serving) {
		serveNothing(ModuleState.PINNED);
		this.version = null;
		this.environment.loader().leave(serving, this.unloader.drain(serving));
	}

	@Override
	public ModuleInfo info() {
		return new ModuleInfo(name(), this.state, this.definition.path(), describe(this.version),
				this.retired.stream().map(this::describe).toList(), this.history.newestFirst());
	}

	private @Nullable VersionInfo describe(@Nullable ModuleVersion described) {
		return (described != null) ? VersionInfo.of(described, this.environment.linker().name(), this.gate) : null;
	}

	@Override
	public String toString() {
		return "module '" + name() + "'";
	}

}
