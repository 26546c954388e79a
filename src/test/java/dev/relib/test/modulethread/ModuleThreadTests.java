// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.modulethread;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.ModulePanicException;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.UnloadReport.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/**
 * Threads of a module call imports and log.
 */
class ModuleThreadTests {

	private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());

	private final ListAppender<ILoggingEvent> records = new ListAppender<>();

	private Consumer<String> heard = (text) -> {
	};

	private ModuleRegistry registry;

	private NativeModule module;

	@BeforeEach
	void load(@TempDir Path directory) {
		this.records.start();
		logger().setLevel(Level.INFO);
		logger().addAppender(this.records);
		Path library = NativeFixture.in(directory)
			.kit()
			.bindings("spawner", "listener")
			.source(ModuleThreadTests.class, "modulethread.c")
			.compile("spawner");
		this.registry = ModuleRegistry.builder().imports(ImportBinding.of(Listener.class, (text) -> {
			this.threads.add(Thread.currentThread());
			this.heard.accept(text);
		})).build();
		this.module = this.registry.add(new ModuleDefinition("spawner", library));
	}

	@AfterEach
	void unload() {
		logger().detachAppender(this.records);
		assertThat(this.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		this.registry.close();
	}

	@Test
	void callsTheHostOnADaemonThreadThatStaysAttached() {
		List<String> texts = Collections.synchronizedList(new ArrayList<>());
		this.heard = texts::add;
		this.module.exports(Spawner.class).spawn("hello");
		assertThat(texts).containsExactly("hello", "again");
		assertThat(this.threads).hasSize(2).allMatch(Thread::isDaemon);
		assertThat(this.threads.get(0)).isSameAs(this.threads.get(1)).isNotSameAs(Thread.currentThread());
	}

	@Test
	void isNamedAfterTheModuleAndItself() {
		List<String> names = new ArrayList<>();
		this.heard = (text) -> names.add(Thread.currentThread().getName());
		this.module.exports(Spawner.class).spawn("hello");
		assertThat(names).containsExactly("relib-spawner-herald", "relib-spawner-herald");
	}

	@Test
	void isGoneFromJavaAfterItsEnd() {
		this.module.exports(Spawner.class).spawn("hello");
		await().untilAsserted(() -> assertThat(Thread.getAllStackTraces()).doesNotContainKeys(this.threads.get(0)));
		assertThat(this.threads.get(0).isAlive()).isFalse();
	}

	@Test
	void logsUnderTheModulesName() {
		this.module.exports(Spawner.class).spawn("hällo");
		assertThat(this.records.list).filteredOn((event) -> event.getLevel() == Level.INFO)
			.extracting(ILoggingEvent::getFormattedMessage)
			.containsExactly("on my own: hällo");
	}

	@Test
	void logsFromInsideACall() {
		assertThat(this.module.exports(Spawner.class).log("hello")).isEqualTo(5);
		assertThat(this.records.list).extracting(ILoggingEvent::getFormattedMessage, ILoggingEvent::getLevel)
			.containsExactly(tuple("on yours: hello", Level.WARN));
	}

	@Test
	void endsTheThreadWhenTheHostFails() {
		this.heard = (text) -> {
			throw new IllegalStateException("deaf");
		};
		assertThatExceptionOfType(ModulePanicException.class)
			.isThrownBy(() -> this.module.exports(Spawner.class).spawn("hello"))
			.withMessageContaining("the thread was ended");
		assertThat(this.threads).hasSize(1);
		assertThat(this.records.list).filteredOn((event) -> event.getLevel() == Level.ERROR)
			.extracting(ILoggingEvent::getFormattedMessage)
			.containsExactly("a thread of the module has ended: the import Listener.heard failed");
	}

	private static Logger logger() {
		return (Logger) LoggerFactory.getLogger("relib.spawner");
	}

}
