// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.nio.charset.StandardCharsets;

import dev.relib.os.NativeMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Writes a module's log records to the logger {@code relib.<module>}.
 */
final class ModuleLog {

	private static final Level[] LEVELS = { Level.TRACE, Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR };

	/** The longest record in bytes. */
	private static final long MAX_LENGTH = 1 << 20;

	private static final String CUT = " … (cut off)";

	private final Logger logger;

	ModuleLog(String module) {
		this.logger = LoggerFactory.getLogger("relib." + module);
	}

	void write(int level, long text, long length) {
		Level known = LEVELS[Math.max(0, Math.min(level, LEVELS.length - 1))];
		if (this.logger.isEnabledForLevel(known)) {
			byte[] bytes = NativeMemory.bytesAt(text, (int) Math.min(length, MAX_LENGTH));
			String record = new String(bytes, StandardCharsets.UTF_8);
			this.logger.atLevel(known).log((length <= MAX_LENGTH) ? record : record + CUT);
		}
	}

}
