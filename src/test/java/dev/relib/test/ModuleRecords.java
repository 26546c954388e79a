package dev.relib.test;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/**
 * What a module has logged since this was made.
 */
public final class ModuleRecords implements AutoCloseable {

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	private final Logger logger;

	/**
	 * Begins to keep them.
	 * @param module the module's name
	 */
	public ModuleRecords(String module) {
		this.logger = (Logger) LoggerFactory.getLogger("relib." + module);
		this.logger.setLevel(Level.INFO);
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	/**
	 * The texts of all records, from the information level on.
	 * @return the texts, the oldest first
	 */
	public List<String> texts() {
		return List.copyOf(this.appender.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	/**
	 * The texts of the records of one level.
	 * @param level the level
	 * @return the texts, the oldest first
	 */
	public List<String> texts(Level level) {
		return List.copyOf(this.appender.list)
			.stream()
			.filter((event) -> event.getLevel() == level)
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

	/**
	 * How many records have exactly this text.
	 * @param text the text
	 * @return the number of records
	 */
	public long count(String text) {
		return texts().stream().filter(text::equals).count();
	}

	/** Forgets them. */
	public void clear() {
		this.appender.list.clear();
	}

	@Override
	public void close() {
		this.logger.detachAppender(this.appender);
	}

}
