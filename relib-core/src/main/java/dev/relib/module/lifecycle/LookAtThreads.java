// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

import dev.relib.module.ModuleThread;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.call.OwnerThread;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all threads of the process, whoever has started them: one that is inside code
 * which would be unmapped would crash the process. Those that have called an import count
 * until they end. Waits for such threads as for those of the module.
 */
final class LookAtThreads implements UnloadStep {

	/** A look takes some milliseconds. */
	private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

	private final boolean last;

	private LookAtThreads(boolean last) {
		this.last = last;
	}

	/** The look after which the module can still continue. */
	static LookAtThreads first() {
		return new LookAtThreads(false);
	}

	/**
	 * The look right before the library is closed. The guard refuses calls since before
	 * the first one, so the JVM's threads are not looked at again.
	 */
	static LookAtThreads last() {
		return new LookAtThreads(true);
	}

	@Override
	public String text() {
		return "look at the threads of the process";
	}

	@Override
	public @Nullable Obstacle take(Unload unload) {
		Duration patience = unload.options().threads();
		if (Await.until(patience, LONGEST_PAUSE, () -> look(unload, !this.last).isEmpty())) {
			return null;
		}
		return this.last ? Obstacle.pinned("a thread is inside its code: " + names(unload.seen()))
				: Obstacle.refused(Reason.THREADS_RUNNING);
	}

	/** On the owner thread, which is not looked at and may have opened the library. */
	private static List<ModuleThread> look(Unload unload, boolean jvms) {
		Future<List<ModuleThread>> looking = unload.generation()
			.owner()
			.start(() -> unload.generation().look().threads(jvms));
		List<ModuleThread> seen = new ArrayList<>(OwnerThread.result(looking));
		List<Long> ids = seen.stream().map(ModuleThread::id).toList();
		unload.generation()
			.imports()
			.threads()
			.of(unload.generation().calls())
			.stream()
			.filter((thread) -> !ids.contains(thread.id()))
			.forEach(seen::add);
		unload.seen(seen);
		return seen;
	}

	private static String names(List<ModuleThread> threads) {
		return String.join(", ", threads.stream().map(ModuleThread::describe).toList());
	}

}
