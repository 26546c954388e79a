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
 * Passes on what filters report to whoever watches the job. A module calls its imports on
 * the thread that called it: that thread tells which job a report is about.
 */
@Component
class Jobs implements Progress {

	private static final Logger logger = LoggerFactory.getLogger(Jobs.class);

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final ThreadLocal<@Nullable String> current = new ThreadLocal<>();

	private final Map<String, SseEmitter> watchers = new ConcurrentHashMap<>();

	/**
	 * Watches a job. The stream begins with 0, also if the job has not begun, and ends
	 * with the job.
	 * @param job an id of the client's choice
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
	 * Does work on this thread as part of a job.
	 * @param <T> the type of the result
	 * @param job the job's id, {@code null} if nobody wants to watch
	 * @param work the work
	 * @return what the work returns
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

	/** A watcher that went away is no reason for the filter to fail. */
	private void send(SseEmitter watcher, int percent) {
		try {
			watcher.send(percent);
		}
		catch (IOException | IllegalStateException ex) {
			logger.debug("A watcher has gone", ex);
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
