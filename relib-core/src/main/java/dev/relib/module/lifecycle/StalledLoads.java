// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import dev.relib.failure.LoadTimeoutException;
import dev.relib.module.ModuleSource;
import dev.relib.module.call.OwnerThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loads that were given up and have not come to their end, by their modules. A module
 * with such a load is not loaded again: each would keep one more thread. Thread-safe.
 */
final class StalledLoads {

	private static final Logger logger = LoggerFactory.getLogger(GenerationLoader.class);

	private final Map<String, Load> loads = new ConcurrentHashMap<>();

	private final Consumer<Load> undo;

	StalledLoads(Consumer<Load> undo) {
		this.undo = undo;
	}

	boolean contains(String module) {
		return this.loads.containsKey(module);
	}

	/** Requires that a module has none. */
	void requireNone(ModuleSource source) {
		Load stalled = this.loads.get(source.module());
		if (stalled != null) {
			throw LoadTimeoutException.stillRunning(source, stalled.request().generation(), stalled.problem());
		}
	}

	/**
	 * Has a load that was given up undone as soon as its owner thread is done with it.
	 */
	void add(Load load) {
		String module = load.request().source().module();
		logger.warn("Module '{}': the load of generation {} was given up and is still running: {}", module,
				load.request().generation(), load.problem());
		this.loads.put(module, load);
		Thread undoing = new Thread(() -> undo(module, load),
				"relib-stalled-" + module + "-" + load.request().generation());
		undoing.setDaemon(true);
		undoing.start();
	}

	private void undo(String module, Load load) {
		try {
			OwnerThread.result(load.running());
		}
		catch (CancellationException ex) {
			logger.trace("Module '{}': the load has ended before its next step", module, ex);
		}
		catch (RuntimeException | Error ex) {
			logger.error("Module '{}': the load of generation {}, which was given up, has failed", module,
					load.request().generation(), ex);
		}
		try {
			this.undo.accept(load);
			logger.info("Module '{}': the load of generation {} has ended", module, load.request().generation());
		}
		catch (RuntimeException | Error ex) {
			logger.error("Module '{}': the load of generation {}, which was given up, is not undone", module,
					load.request().generation(), ex);
		}
		finally {
			this.loads.remove(module, load);
		}
	}

}
