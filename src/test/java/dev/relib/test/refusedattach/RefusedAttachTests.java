// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.refusedattach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.failure.IncompatibleKitException;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.lifecycle.GenerationLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A load that fails after code of the library has run takes the steps of an unload.
 */
@Timeout(60)
class RefusedAttachTests {

	@TempDir
	private Path directory;

	private final ListAppender<ILoggingEvent> records = new ListAppender<>();

	private final Logger logger = (Logger) LoggerFactory.getLogger(GenerationLoader.class);

	private ModuleRegistry registry;

	@BeforeEach
	void open() {
		this.records.start();
		this.logger.addAppender(this.records);
		this.registry = ModuleRegistry.builder().build();
	}

	@AfterEach
	void close() {
		this.registry.close();
		this.logger.detachAppender(this.records);
	}

	@Test
	void leavesNothingAfterTheThreadsOfItsConstructorsHaveEnded() throws IOException {
		assertRefused("brief", 300);
		assertThat(maps()).doesNotContain("libbrief");
		assertThat(this.records.list).isEmpty();
	}

	@Test
	void keepsTheLibraryMappedUnderAThreadThatGoesOn() throws IOException {
		assertRefused("lasting", 30_000);
		assertThat(maps()).contains("liblasting");
		assertThat(this.records.list).extracting(ILoggingEvent::getFormattedMessage)
			.singleElement()
			.asString()
			.contains("'lasting'", "stays mapped until the process ends");
	}

	private void assertRefused(String name, int millis) {
		Path library = NativeFixture.in(this.directory)
			.kit()
			.option("-DMILLIS=" + millis)
			.source(RefusedAttachTests.class, "refusedattach.c")
			.compile(name);
		assertThatExceptionOfType(IncompatibleKitException.class)
			.isThrownBy(() -> this.registry.add(new ModuleDefinition(name, library)))
			.withMessageContaining("module '" + name + "'")
			.withMessageContaining("refused this host");
	}

	private static String maps() throws IOException {
		return Files.readString(Path.of("/proc/self/maps"));
	}

}
