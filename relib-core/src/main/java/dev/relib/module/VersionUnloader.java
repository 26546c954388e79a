package dev.relib.module;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;

import dev.relib.link.ExportCall;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.os.ProcessMaps;
import dev.relib.runtime.Leftovers;
import dev.relib.runtime.ModuleThread;
import dev.relib.os.LoaderException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a version out of the process, step by step, and stops at the first step that is
 * not safe.
 */
public final class VersionUnloader {

	private static final Logger logger = LoggerFactory.getLogger(VersionUnloader.class);

	private static final String NOT_RETURNED = "its destructors have not returned";

	private static final Duration RETRY = Duration.ofMillis(100);

	/**
	 * What versions hold that the loader keeps mapped. Their code may run again, so what
	 * it calls must stay reachable.
	 */
	private static final Queue<Object> PINNED = new ConcurrentLinkedQueue<>();

	private final Gate gate;

	private final UnloadOptions options;

	/**
	 * Creates an unloader.
	 * @param gate the gate of the module, which lets nobody onto the versions to unload
	 * @param options how long to wait
	 */
	public VersionUnloader(Gate gate, UnloadOptions options) {
		this.gate = gate;
		this.options = options;
	}

	/**
	 * Unloads a version that the gate lets nobody onto any more. May be called again
	 * after a refusal, which runs the module's {@code before_unload} again.
	 * @param version the version
	 * @return what was done and found
	 */
	public UnloadReport unload(ModuleVersion version) {
		return unload(version, this.options);
	}

	/**
	 * Unloads a version that was refused before and may be ready now, without waiting for
	 * long.
	 * @param version the version
	 * @return what was done and found
	 */
	public UnloadReport retry(ModuleVersion version) {
		return unload(version, this.options.atMost(RETRY));
	}

	/**
	 * Waits for the calls of a version to return, as long as an unload would.
	 * @param version a version that the gate lets nobody onto any more
	 * @return {@code false} if a call has not returned
	 */
	public boolean drain(ModuleVersion version) {
		return Patience.wait(this.options.drain(), () -> this.gate.callsInFlight(version) == 0);
	}

	private UnloadReport unload(ModuleVersion version, UnloadOptions options) {
		Attempt attempt = new Attempt(version, Instant.now());
		int preparing = version.isPreparing() ? 1 : 0;
		if (!Patience.wait(options.drain(), () -> this.gate.callsInFlight(version) <= preparing)) {
			return attempt.refused(Reason.CALLS_IN_FLIGHT, null);
		}
		UnloadReport refused = beforeUnload(version, attempt, options.beforeUnload());
		if (refused != null) {
			return refused;
		}
		if (!Patience.wait(options.drain(), () -> this.gate.callsInFlight(version) == 0)) {
			return attempt.refused(Reason.CALLS_IN_FLIGHT, null);
		}
		if (!Patience.wait(options.threads(), () -> version.runtime().threads().isEmpty())) {
			return attempt.refused(Reason.THREADS_RUNNING, null);
		}
		version.runtime().joinEndedThreads();
		// From here on there is no way back: whatever goes wrong, the version is not used
		// again.
		try {
			UnloadReport unfinished = endDestructors(version, attempt, options);
			if (unfinished == null) {
				unfinished = endStatics(version, attempt, options);
			}
			return (unfinished != null) ? unfinished : close(version, attempt, options);
		}
		catch (RuntimeException | Error ex) {
			logger.error("Module '{}', version {}, is half unloaded and stays as it is", version.source().module(),
					version.id(), ex);
			return pinned(version, attempt, ex.toString(), List.of());
		}
	}

	private @Nullable UnloadReport beforeUnload(ModuleVersion version, Attempt attempt, Duration timeout) {
		Optional<ExportCall> call = version.lifecycle(Lifecycle.BEFORE_UNLOAD);
		if (call.isEmpty()) {
			return null;
		}
		Future<@Nullable String> running = version.prepare(() -> new LifecycleCall(this.gate, version).run(call.get()));
		if (!Patience.wait(timeout, running::isDone)) {
			return attempt.refused(Reason.BEFORE_UNLOAD_RUNNING, null);
		}
		String failure = OwnerThread.result(running);
		return (failure != null) ? attempt.refused(Reason.BEFORE_UNLOAD_FAILED, failure) : null;
	}

	/**
	 * Once they have ended there is no way back: threads have lost what they kept.
	 */
	private static @Nullable UnloadReport endDestructors(ModuleVersion version, Attempt attempt,
			UnloadOptions options) {
		Future<Boolean> ending = version.owner()
			.start(() -> version.runtime().endDestructors(options.cleanup(), options.threads()));
		if (!Patience.wait(options.threads().plus(options.beforeUnload()), ending::isDone)) {
			return pinned(version, attempt, "destructors of its thread-locals have not returned", List.of());
		}
		if (!OwnerThread.result(ending)) {
			return attempt.refused(Reason.DESTRUCTORS_RUNNING, null);
		}
		return awaitThreads(version, attempt, options, "a destructor of its thread-locals");
	}

	private static @Nullable UnloadReport endStatics(ModuleVersion version, Attempt attempt, UnloadOptions options) {
		Future<Boolean> ending = version.owner().start(() -> {
			version.runtime().endStatics();
			return true;
		});
		if (!Patience.wait(options.beforeUnload(), ending::isDone)) {
			return pinned(version, attempt, NOT_RETURNED, List.of());
		}
		OwnerThread.result(ending);
		return awaitThreads(version, attempt, options, "a static destructor");
	}

	private static @Nullable UnloadReport awaitThreads(ModuleVersion version, Attempt attempt, UnloadOptions options,
			String starter) {
		if (!Patience.wait(options.threads(), () -> version.runtime().threads().isEmpty())) {
			return pinned(version, attempt, "a thread that " + starter + " has started is running", List.of());
		}
		version.runtime().joinEndedThreads();
		return null;
	}

	private static UnloadReport close(ModuleVersion version, Attempt attempt, UnloadOptions options) {
		Future<@Nullable String> closing = version.owner().start(() -> closeLibrary(version));
		if (!Patience.wait(options.beforeUnload(), closing::isDone)) {
			return pinned(version, attempt, NOT_RETURNED, List.of());
		}
		String refusal = OwnerThread.result(closing);
		List<String> mappings;
		try {
			mappings = ProcessMaps.of(version.copy().path());
		}
		catch (UncheckedIOException ex) {
			return pinned(version, attempt, ex.toString(), List.of());
		}
		if (!mappings.isEmpty() || refusal != null) {
			return pinned(version, attempt, refusal, mappings);
		}
		Leftovers leftovers = version.runtime().close(options.cleanup());
		version.copy().delete();
		version.owner().end();
		return attempt.report(Outcome.UNLOADED, null, null, mappings, leftovers);
	}

	private static UnloadReport pinned(ModuleVersion version, Attempt attempt, @Nullable String detail,
			List<String> mappings) {
		pin(version);
		return attempt.report(Outcome.PINNED, Reason.STILL_MAPPED, detail, mappings, Leftovers.NONE);
	}

	private static @Nullable String closeLibrary(ModuleVersion version) {
		try {
			version.runtime().beforeClose();
			version.library().close();
			return null;
		}
		catch (LoaderException ex) {
			return ex.getMessage();
		}
	}

	static void pin(Object held) {
		PINNED.add(held);
	}

	/**
	 * One attempt, on its way to a report.
	 */
	private final class Attempt {

		private final ModuleVersion version;

		private final Instant started;

		private final long startedNanos = System.nanoTime();

		Attempt(ModuleVersion version, Instant started) {
			this.version = version;
			this.started = started;
		}

		UnloadReport refused(Reason reason, @Nullable String detail) {
			return report(Outcome.REFUSED, reason, detail, List.of(), Leftovers.NONE);
		}

		UnloadReport report(Outcome outcome, @Nullable Reason reason, @Nullable String detail, List<String> mappings,
				Leftovers leftovers) {
			List<ModuleThread> threads = (outcome == Outcome.REFUSED) ? this.version.runtime().threads() : List.of();
			return new UnloadReport(this.version.id(), outcome, reason, detail, this.started,
					Duration.ofNanos(System.nanoTime() - this.startedNanos),
					VersionUnloader.this.gate.callsInFlight(this.version), threads, mappings, leftovers);
		}

	}

}
