package dev.relib.test.latethread;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.relib.fixture.NativeFixture;
import dev.relib.module.ImportBinding;
import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.registry.ModuleDefinition;
import dev.relib.registry.ModuleRegistry;
import dev.relib.registry.NativeModule;
import dev.relib.runtime.Cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A thread that is started while the module's thread-locals are destroyed is waited for,
 * too.
 */
class LateThreadTests {

	private final AtomicInteger inherited = new AtomicInteger();

	private ModuleRegistry registry;

	private NativeModule module;

	@BeforeEach
	void load(@TempDir Path directory) {
		Path library = NativeFixture.in(directory)
			.kit()
			.bindings("heir", "notary")
			.source(LateThreadTests.class, "latethread.c")
			.compile("latethread");
		Duration timeout = Duration.ofSeconds(1);
		this.registry = ModuleRegistry.builder()
			.unloadOptions(new UnloadOptions(timeout, timeout, timeout, Cleanup.ALL))
			.imports(ImportBinding.of(Notary.class, this.inherited::incrementAndGet))
			.build();
		this.module = this.registry.add(new ModuleDefinition("heir", library));
	}

	@AfterEach
	void close() {
		this.registry.close();
	}

	@Test
	void isWaitedFor() {
		this.module.exports(Heir.class).leave(200);
		assertThat(this.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(this.inherited).hasValue(1);
	}

	@Test
	void keepsTheLibraryIfItRunsOn() {
		this.module.exports(Heir.class).leave(2000);
		UnloadReport report = this.module.unload();
		assertThat(report.outcome()).isEqualTo(Outcome.PINNED);
		assertThat(report.describe())
			.contains("a thread that a destructor of its thread-locals has started is running");
		await().untilAsserted(() -> assertThat(this.inherited).hasValue(1));
	}

}
