// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.relib.LibraryPolicy;
import dev.relib.failure.ModuleClosedException;
import dev.relib.link.jna.JnaLinker;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleSource;
import dev.relib.module.call.CallGuard;
import dev.relib.module.call.CallStacks;
import dev.relib.module.call.ImportStubs;
import dev.relib.module.call.OwnerThreads;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Nobody waits for a load that was given up, so the log says what goes wrong with it.
 */
class StalledLoadsTests {

	@Test
	void saysWhatGoesWrong() {
		Logger logger = (Logger) LoggerFactory.getLogger(GenerationLoader.class);
		ListAppender<ILoggingEvent> appender = new ListAppender<>();
		appender.start();
		logger.addAppender(appender);
		try {
			StalledLoads stalled = new StalledLoads((load) -> {
				throw new IllegalStateException("no way back");
			});
			stalled.add(failedLoad());
			await().until(() -> !stalled.contains("stalling"));
		}
		finally {
			logger.detachAppender(appender);
		}
		assertThat(List.copyOf(appender.list)).filteredOn((event) -> event.getLevel() == Level.ERROR)
			.filteredOn(
					(event) -> event.getFormattedMessage().startsWith("Module 'stalling': the load of generation 7"))
			.extracting((event) -> event.getThrowableProxy().getMessage())
			.containsExactly("no such file", "no way back");
	}

	private static Load failedLoad() {
		CallGuard guard = new CallGuard(new CallStacks(() -> Long.MAX_VALUE),
				() -> ModuleClosedException.registryClosed("stalling"));
		Load load = new Load(new LoadRequest(7, new ModuleSource("stalling", "libstalling.so"), LibraryPolicy.DEFAULT,
				ModuleOptions.DEFAULT, List.of(),
				new ImportStubs("stalling", (source, trait) -> Optional.empty(), new JnaLinker(), guard), guard, () -> {
				}, () -> false), new OwnerThreads());
		load.giveUp(CompletableFuture.failedFuture(new IllegalStateException("no such file")), "it takes too long");
		return load;
	}

}
