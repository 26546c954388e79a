// SPDX-License-Identifier: Apache-2.0
package dev.relib.test;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/**
 * Collects the log records of a module, from level info on, until it is closed.
 */
public final class ModuleRecords implements AutoCloseable {

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	private final Logger logger;

	/**
	 * Starts to collect records.
	 * @param module the module's name
	 */
	public ModuleRecords(String module) {
		this.logger = (Logger) LoggerFactory.getLogger("relib." + module);
		this.logger.setLevel(Level.INFO);
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	/**
	 * Returns the messages of all records.
	 * @return the messages, oldest first
	 */
	public List<String> texts() {
		return List.copyOf(this.appender.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	/**
	 * Returns the messages of the records of one level.
	 * @param level the level
	 * @return the messages, oldest first
	 */
	public List<String> texts(Level level) {
		return List.copyOf(this.appender.list)
			.stream()
			.filter((event) -> event.getLevel() == level)
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

	/**
	 * Counts the records with a message.
	 * @param text the whole message
	 * @return the number of records
	 */
	public long count(String text) {
		return texts().stream().filter(text::equals).count();
	}

	/** Discards the records. */
	public void clear() {
		this.appender.list.clear();
	}

	@Override
	public void close() {
		this.logger.detachAppender(this.appender);
	}

}
