package dev.relib.registry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import dev.relib.ModuleEvent;
import dev.relib.ModuleListener;
import dev.relib.NativeModule;
import dev.relib.module.UnloadReport;
import dev.relib.module.MemoryLeaks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last events of a module, on their way to the listeners.
 */
final class History {

	private static final String FOREIGN_FREES = ", as something else has freed memory of the module's;"
			+ " have the module call relib_untrack before it gives memory away";

	private static final Logger logger = LoggerFactory.getLogger(NativeModule.class);

	private static final int LENGTH = 50;

	private final String module;

	private final List<ModuleListener> listeners;

	private final Deque<ModuleEvent> events = new ArrayDeque<>();

	History(String module, List<ModuleListener> listeners) {
		this.module = module;
		this.listeners = listeners;
	}

	void add(UnloadReport report) {
		ModuleEvent.Kind kind = switch (report.outcome()) {
			case UNLOADED -> ModuleEvent.Kind.UNLOADED;
			case PINNED -> ModuleEvent.Kind.PINNED;
			case REFUSED -> ModuleEvent.Kind.UNLOAD_REFUSED;
		};
		add(new ModuleEvent(this.module, kind, report.version(), report.started(), report.duration(), report.describe(),
				report));
	}

	void add(ModuleEvent.Kind kind, long version, Stopwatch watch, @Nullable String message,
			@Nullable UnloadReport report) {
		add(new ModuleEvent(this.module, kind, version, watch.started(), watch.elapsed(), message, report));
	}

	private void add(ModuleEvent event) {
		synchronized (this.events) {
			this.events.addFirst(event);
			while (this.events.size() > LENGTH) {
				this.events.removeLast();
			}
		}
		log(event);
		for (ModuleListener listener : this.listeners) {
			try {
				listener.onEvent(event);
			}
			catch (RuntimeException | Error ex) {
				logger.error("A listener failed to take {}", event, ex);
			}
		}
	}

	private static void log(ModuleEvent event) {
		String what = event.kind().text() + " module '" + event.module() + "', version " + event.version() + ", in "
				+ event.duration().toMillis() + " ms";
		if (event.message() != null) {
			logger.warn("{}: {}", what, event.message());
		}
		else if (event.report() != null && event.report().leaks().count() > 0) {
			MemoryLeaks leaks = event.report().leaks();
			logger.info("{}; it had leaked {} allocations of {} bytes in all, {} of them are freed{}", what,
					leaks.count(), leaks.bytes(), leaks.freedCount(), (leaks.foreignFrees() > 0) ? FOREIGN_FREES : "");
		}
		else {
			logger.info(what);
		}
	}

	List<ModuleEvent> newestFirst() {
		synchronized (this.events) {
			return List.copyOf(this.events);
		}
	}

}
