// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustthreads;

import java.time.Duration;
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
import dev.relib.module.Cleanup;
import dev.relib.module.ModuleThread;
import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.UnloadReport;
import dev.relib.test.CargoModule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Threads of Rust's standard library.
 */
class RustThreadsTests {

	private final List<String> texts = Collections.synchronizedList(new ArrayList<>());

	private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());

	private final ListAppender<ILoggingEvent> records = new ListAppender<>();

	private Consumer<String> heard = this.texts::add;

	private ModuleRegistry registry;

	private NativeModule module;

	private RustSpawner spawner;

	@BeforeEach
	void load() {
		this.records.start();
		logger().addAppender(this.records);
		this.registry = ModuleRegistry.builder()
			.unloadOptions(
					new UnloadOptions(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(1), Cleanup.ALL))
			.imports(ImportBinding.of(RustListener.class, (text) -> {
				this.threads.add(Thread.currentThread());
				this.heard.accept(text);
			}))
			.build();
		this.module = this.registry.add(new ModuleDefinition("rustthreads", CargoModule.library("rustthreads")));
		this.spawner = this.module.exports(RustSpawner.class);
	}

	@AfterEach
	void unload() {
		logger().detachAppender(this.records);
		if (this.module != null) {
			UnloadReport report = this.module.unload();
			assertThat(report.outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(report.threads()).isEmpty();
			this.registry.close();
		}
	}

	@Test
	void callTheHostAsDaemonThreadsThatStayAttached() {
		assertThat(this.spawner.join("hello")).isEqualTo("returned");
		assertThat(this.texts).containsExactly("hello", "again");
		assertThat(this.threads).hasSize(2).allMatch(Thread::isDaemon);
		assertThat(this.threads.get(0)).isSameAs(this.threads.get(1)).isNotSameAs(Thread.currentThread());
	}

	@Test
	void callTheHostSideBySide() {
		this.spawner.scope(20);
		assertThat(this.texts).hasSize(20).doesNotHaveDuplicates();
	}

	@Test
	void unwindToTheirEndIfTheHostFails() {
		this.heard = (text) -> {
			throw new IllegalStateException("deaf");
		};
		assertThat(this.spawner.join("hello")).isEqualTo("unwound");
		assertThat(this.threads).hasSize(1);
		assertThat(messages()).containsExactly("the import RustListener.heard failed on a thread of the module's own");
	}

	@Test
	void panicForThemselves() {
		assertThat(this.spawner.joinPanicking()).isEqualTo("lost");
		assertThat(messages()).singleElement()
			.asString()
			.matches("panic outside of an export: lost \\(rustthreads/src/lib.rs:\\d+:\\d+\\)");
	}

	@Test
	void areWaitedForIfTheyAreDetached() {
		this.spawner.detach(300);
		assertThat(this.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(this.texts).containsExactly("detached");
		this.module.load();
	}

	@Test
	void areEndedByBeforeUnload() {
		this.spawner.runUntilUnload();
		assertThat(this.module.info().serving().threads()).hasSize(1);
	}

	@Test
	void areNamedIfTheyDoNotEnd() {
		this.spawner.runUntilRelease();
		UnloadReport refused = this.module.unload();
		assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
		assertThat(refused.reason()).isEqualTo(Reason.THREADS_RUNNING);
		assertThat(refused.threads()).extracting(ModuleThread::name).containsExactly("stubborn");
		assertThat(refused.threads().get(0).origin()).contains("run_until_release");
		this.spawner.release();
	}

	private List<String> messages() {
		return this.records.list.stream()
			.filter((event) -> event.getLevel() == Level.ERROR)
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

	private static Logger logger() {
		return (Logger) LoggerFactory.getLogger("relib.rustthreads");
	}

}
