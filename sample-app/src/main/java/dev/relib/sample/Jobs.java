// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Passes progress reports of filters to the watchers of jobs. A module calls its imports
 * on the thread that called the module, so a thread-local identifies the job of a report.
 */
@Component
class Jobs implements Progress {

	private static final Logger logger = LoggerFactory.getLogger(Jobs.class);

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final ThreadLocal<@Nullable String> current = new ThreadLocal<>();

	private final Map<String, SseEmitter> watchers = new ConcurrentHashMap<>();

	/**
	 * Watches a job. The stream starts with 0, even before the job starts, and ends with
	 * the job. It replaces an earlier watcher of the same job.
	 * @param job the job's id, which the client chooses
	 * @return the stream of percentages
	 */
	SseEmitter watch(String job) {
		SseEmitter watcher = new SseEmitter(PATIENCE.toMillis());
		watcher.onTimeout(watcher::complete);
		watcher.onCompletion(() -> this.watchers.remove(job, watcher));
		send(watcher, 0);
		complete(this.watchers.put(job, watcher));
		return watcher;
	}

	/**
	 * Runs work on the calling thread as a job.
	 * @param <T> the type of the result
	 * @param job the job's id, {@code null} if the work has no watcher
	 * @param work the work
	 * @return the result of the work
	 */
	<T> T run(@Nullable String job, Supplier<T> work) {
		if (job == null) {
			return work.get();
		}
		this.current.set(job);
		try {
			return work.get();
		}
		finally {
			this.current.remove();
			complete(this.watchers.remove(job));
		}
	}

	@Override
	public void report(int percent) {
		String job = this.current.get();
		SseEmitter watcher = (job != null) ? this.watchers.get(job) : null;
		if (watcher != null) {
			send(watcher, percent);
		}
	}

	/** Ignores a failure to send: the filter goes on without the watcher. */
	private void send(SseEmitter watcher, int percent) {
		try {
			watcher.send(percent);
		}
		catch (IOException | IllegalStateException ex) {
			logger.debug("A watcher has disconnected", ex);
			this.watchers.values().remove(watcher);
		}
	}

	private static void complete(@Nullable SseEmitter watcher) {
		if (watcher != null) {
			watcher.complete();
		}
	}

	@EventListener(ContextClosedEvent.class)
	void close() {
		this.watchers.values().forEach(SseEmitter::complete);
	}

}
