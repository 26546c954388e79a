// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import dev.relib.module.ModuleSource;
import dev.relib.module.ProcessChange.During;
import dev.relib.module.ProcessChange;
import dev.relib.runtime.ProcessState;
import dev.relib.runtime.RuntimeLibrary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a generation changes of the process while the host waits for it. Other threads may
 * be the cause of a change that falls into that time.
 */
final class ProcessWatch {

	private static final Logger logger = LoggerFactory.getLogger(ProcessWatch.class);

	private final ModuleSource source;

	private final RuntimeLibrary runtimes;

	private final List<ProcessChange> changes = new CopyOnWriteArrayList<>();

	ProcessWatch(ModuleSource source, RuntimeLibrary runtimes) {
		this.source = source;
		this.runtimes = runtimes;
	}

	/** Runs code of the module on the calling thread. */
	<T> T during(During during, Supplier<T> code) {
		try (ProcessState before = this.runtimes.processState()) {
			try {
				return code.get();
			}
			finally {
				note(before.changes(during));
			}
		}
	}

	private void note(List<ProcessChange> found) {
		this.changes.addAll(found);
		for (ProcessChange change : found) {
			if (!isToldWhenItIsMade(change)) {
				logger.warn("Module '{}' ({}) has changed the process in its {}, and nothing undoes that: {}",
						this.source.module(), this.source.path(), text(change.during()), change);
			}
		}
	}

	private static boolean isToldWhenItIsMade(ProcessChange change) {
		return change.subject().startsWith("signal ") || change.subject().equals("way to compute");
	}

	private static String text(During during) {
		return switch (during) {
			case LOAD -> "constructors";
			case MAIN -> "main function";
			case BEFORE_UNLOAD -> "before_unload";
		};
	}

	List<ProcessChange> changes() {
		return List.copyOf(this.changes);
	}

}
