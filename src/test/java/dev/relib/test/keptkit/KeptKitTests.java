// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.keptkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.ModulePanicException;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Modules that were built with each released kit, and are kept as they were built, are
 * served as the modules of today are.
 */
@EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64", disabledReason = "they are binaries for x86-64")
class KeptKitTests implements KeptHost {

	private final ListAppender<ILoggingEvent> records = new ListAppender<>();

	private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

	private RuntimeException failure;

	private ModuleRegistry registry;

	static Stream<Path> modules() throws Exception {
		try (Stream<Path> files = Files.walk(Path.of("native", "keptkit"))) {
			List<Path> modules = files.filter((file) -> file.toString().endsWith(".so")).sorted().toList();
			assertThat(modules).hasSizeGreaterThanOrEqualTo(3);
			return modules.stream();
		}
	}

	@BeforeEach
	void open() {
		this.records.start();
		logger().addAppender(this.records);
		this.registry = ModuleRegistry.builder().imports(ImportBinding.of(KeptHost.class, this)).build();
	}

	@AfterEach
	void close() {
		this.registry.close();
		logger().detachAppender(this.records);
	}

	@ParameterizedTest
	@MethodSource("modules")
	void isCalledAndCallsBack(Path library) {
		Kept kept = load(library).exports(Kept.class);
		assertThat(kept.relay("who?")).isEqualTo("[who? me]");
		assertThatExceptionOfType(ModulePanicException.class).isThrownBy(() -> kept.panic("out of paper"))
			.satisfies((ex) -> assertThat(ex.panic()).startsWith("out of paper"));
		this.failure = new IllegalStateException("the printer is on fire");
		assertThatThrownBy(() -> kept.relay("who?")).isSameAs(this.failure);
		this.failure = null;
		assertThat(kept.relay("again")).isEqualTo("[again me]");
	}

	@ParameterizedTest
	@MethodSource("modules")
	void isUnloadedWithNothingLeftBehind(Path library) throws Exception {
		NativeModule module = load(library);
		Kept kept = module.exports(Kept.class);
		kept.startThread();
		await().untilAsserted(() -> assertThat(this.heard).containsExactly("a thread"));
		assertThat(module.info().serving().threads()).hasSize(1);
		kept.leak(3);
		ExecutorService pool = Executors.newSingleThreadExecutor();
		try {
			pool.submit(() -> kept.keep("what a pool thread keeps")).get();
			UnloadReport report = module.unload();
			assertThat(report.describe()).isNull();
			assertThat(report.outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(report.leaks().count()).isEqualTo(3);
			assertThat(report.leaks().bytes()).isEqualTo(300);
			assertThat(report.leaks().freedCount()).isEqualTo(3);
			assertThat(pool.submit(() -> "alive").get()).isEqualTo("alive");
		}
		finally {
			pool.shutdown();
		}
		assertThat(this.heard).containsExactly("a thread", "before unload");
		assertThat(this.records.list).extracting(ILoggingEvent::getFormattedMessage)
			.contains("destroyed what a pool thread keeps");
	}

	private NativeModule load(Path library) {
		return this.registry.add(new ModuleDefinition("kept", library));
	}

	@Override
	public String answer(String text) {
		if (this.failure != null) {
			throw this.failure;
		}
		return text + " me";
	}

	@Override
	public void heard(String text) {
		this.heard.add(text);
	}

	private static Logger logger() {
		return (Logger) LoggerFactory.getLogger("relib.kept");
	}

}
