// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.relib.os.NativeMemory;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class ModuleLogTests {

	private static final int INFO = 2;

	private static final int MEBIBYTE = 1 << 20;

	@Test
	void writesARecordOfTheModulesLogger() {
		assertThat(logged("größer", "größer".getBytes(StandardCharsets.UTF_8).length)).isEqualTo("größer");
	}

	@Test
	void cutsARecordThatIsLongerThanAMebibyte() {
		assertThat(logged("x".repeat(MEBIBYTE + 1), MEBIBYTE + 1)).isEqualTo("x".repeat(MEBIBYTE) + " … (cut off)");
	}

	@Test
	void cutsARecordThatIsLongerThanAJavaArrayCanBe() {
		assertThat(logged("x".repeat(MEBIBYTE), 1L << 32)).hasSize(MEBIBYTE + " … (cut off)".length());
	}

	private static String logged(String text, long length) {
		Logger logger = (Logger) LoggerFactory.getLogger("relib.talker");
		ListAppender<ILoggingEvent> appender = new ListAppender<>();
		appender.start();
		logger.addAppender(appender);
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		try (NativeMemory memory = NativeMemory.allocate(bytes.length)) {
			memory.putBytes(0, bytes);
			new ModuleLog("talker").write(INFO, memory.address(), length);
		}
		finally {
			logger.detachAppender(appender);
		}
		return appender.list.get(0).getFormattedMessage();
	}

}
