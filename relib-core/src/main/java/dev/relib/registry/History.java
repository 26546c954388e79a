// SPDX-License-Identifier: Apache-2.0
package dev.relib.registry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

import dev.relib.ModuleEvent;
import dev.relib.ModuleListener;
import dev.relib.NativeModule;
import dev.relib.module.MemoryLeaks;
import dev.relib.module.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest events of a module, and the listeners to them. Thread-safe.
 */
final class History {

	private static final String FOREIGN_FREES = ", because other code has freed memory of the module;"
			+ " call relib_untrack in the module before it gives memory away";

	private static final Logger logger = LoggerFactory.getLogger(NativeModule.class);

	private static final int LENGTH = 50;

	private final List<ModuleListener> listeners;

	private final Deque<ModuleEvent> events = new ArrayDeque<>();

	History(List<ModuleListener> listeners) {
		this.listeners = listeners;
	}

	/** Keeps and logs an event. */
	void add(ModuleEvent event) {
		synchronized (this.events) {
			this.events.addFirst(event);
			while (this.events.size() > LENGTH) {
				this.events.removeLast();
			}
		}
		log(event);
	}

	/** Calls the listeners with an event, on the calling thread. */
	void deliver(ModuleEvent event) {
		for (ModuleListener listener : this.listeners) {
			try {
				listener.onEvent(event);
			}
			catch (Throwable ex) {
				// Also a checked exception, which other languages throw undeclared.
				logger.error("A listener failed to take {}", event, ex);
			}
		}
	}

	private static void log(ModuleEvent event) {
		String summary = event.kind().text() + " module '" + event.module() + "', generation " + event.generation()
				+ ", in " + event.duration().toMillis() + " ms";
		if (event.message() != null) {
			logger.warn("{}: {}", summary, event.message());
		}
		else if (event.report() != null && event.report().leaks().count() > 0) {
			MemoryLeaks leaks = event.report().leaks();
			logger.info("{}; it had leaked {} allocations of {} bytes in all, {} of them are freed{}", summary,
					leaks.count(), leaks.bytes(), leaks.freedCount(), (leaks.foreignFrees() > 0) ? FOREIGN_FREES : "");
		}
		else if (event.report() != null && !event.report().leakReport().notCounted().isEmpty()) {
			logger.info("{}; not counted: {}", summary,
					event.report()
						.leakReport()
						.notCounted()
						.stream()
						.sorted()
						.map(Resource::text)
						.collect(Collectors.joining(", ")));
		}
		else {
			logger.info(summary);
		}
	}

	List<ModuleEvent> newestFirst() {
		synchronized (this.events) {
			return List.copyOf(this.events);
		}
	}

}
