// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plain;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.RelibExports;
import dev.relib.RelibName;
import dev.relib.failure.InvalidContractException;
import dev.relib.failure.InvalidValueException;
import dev.relib.failure.MissingExportException;
import dev.relib.failure.ModuleClosedException;
import dev.relib.failure.NoModuleKitException;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.Cleanup;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * A library without the module kit is called by its symbols, and is loaded, reloaded and
 * unloaded like any module.
 */
class PlainTests {

	private static final ModuleOptions PLAIN = ModuleOptions.builder().kind(ModuleKind.PLAIN).build();

	private Path library;

	private ModuleRegistry registry;

	private NativeModule module;

	private PlainFunctions functions;

	@BeforeEach
	void load(@TempDir Path directory) {
		this.library = NativeFixture.in(directory).source(PlainTests.class, "plain.c").compile("plain");
		this.registry = ModuleRegistry.builder()
			.unloadOptions(new UnloadOptions(Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofSeconds(10),
					Cleanup.ALL))
			.build();
		this.module = this.registry.add(new ModuleDefinition("plain", this.library, PLAIN));
		this.functions = this.module.exports(PlainFunctions.class);
	}

	@AfterEach
	void close() {
		this.registry.close();
	}

	@Test
	void hasNoMainFunction() {
		this.module.unload();
		ModuleDefinition definition = new ModuleDefinition("other", this.library, PLAIN.toBuilder().main(true).build());
		assertThatExceptionOfType(MissingExportException.class).isThrownBy(() -> this.registry.add(definition))
			.withMessageContaining("it has no main function (no symbol main)")
			.withMessageContaining("leave the module's main out");
	}

	@Test
	void passesAndReturnsValues() {
		assertThat(this.functions.isEven((byte) -2)).isTrue();
		assertThat(this.functions.isEven((byte) 3)).isFalse();
		assertThat(this.functions.nextShort(Short.MAX_VALUE)).isEqualTo(Short.MIN_VALUE);
		assertThat(this.functions.scale(0.5f, 4, -1L << 40)).isEqualTo(2 - (double) (1L << 40));
		assertThat(this.functions.itself("Grüße 🦀")).isEqualTo("Grüße 🦀");
		assertThat(this.functions.itself("")).isEmpty();
	}

	@Test
	void seesWhatTheLibraryWritesIntoBytes() {
		byte[] bytes = { 1, 2, 3, 4 };
		this.functions.fill(bytes, 3, (byte) -9);
		assertThat(bytes).containsExactly(-9, -9, -9, 4);
		this.functions.fill(new byte[0], 0, (byte) 1);
	}

	@Test
	void refusesValuesThatCCanNotRepresent() {
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> this.functions.itself("a\0b"))
			.withMessage("PlainFunctions.itself: argument text holds the character NUL, which ends text in C");
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> this.functions.itself(null))
			.withMessageEndingWith("is null");
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(this.functions::nothing)
			.withMessage("PlainFunctions.nothing: the return value is a null pointer; "
					+ "make it Optional<String> where there may be none");
		assertThat(this.functions.countCalls()).isOne();
	}

	@Test
	void startsAnewWithEachGeneration() {
		assertThat(this.functions.countCalls()).isOne();
		assertThat(this.functions.countCalls()).isEqualTo(2);
		assertThat(this.module.reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(this.functions.countCalls()).isOne();
	}

	@Test
	void isUnmappedByAnUnloadAndRefusesCallsAfterIt() {
		var report = this.module.unload();
		assertThat(report.outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(report.mappings()).isEmpty();
		assertThatExceptionOfType(ModuleClosedException.class).isThrownBy(this.functions::countCalls);
	}

	@Test
	void isNotUnloadedDuringACall() throws Exception {
		ExecutorService caller = Executors.newSingleThreadExecutor();
		Future<Integer> call = caller.submit(() -> this.functions.sleepMillis(1500));
		await().until(() -> this.module.info().serving().callsInFlight() == 1);
		assertThat(this.module.unload().reason()).isEqualTo(Reason.CALLS_IN_FLIGHT);
		assertThat(call.get()).isZero();
		assertThat(this.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		caller.shutdown();
	}

	@Test
	void refusesInterfacesThatItCanNotServe() {
		assertThatExceptionOfType(MissingExportException.class).isThrownBy(() -> this.module.exports(Elsewhere.class))
			.withMessageContaining("no symbol nowhere")
			.withMessageContaining("@RelibName");
		assertThatExceptionOfType(InvalidContractException.class)
			.isThrownBy(() -> this.module.exports(Lengthless.class))
			.withMessageContaining("Lengthless.fill returns byte[], whose length a plain library does not tell");
	}

	@Test
	void saysWhatItIs() {
		assertThat(this.module.info().serving().exports()).contains("count_calls", "itself").doesNotContain("state");
		assertThat(this.module.info().serving().imports()).isEmpty();
	}

	@Test
	void isPlainOnlyIfConfigured() {
		this.module.unload();
		assertThatExceptionOfType(NoModuleKitException.class)
			.isThrownBy(() -> this.registry.add(new ModuleDefinition("other", this.library)))
			.withMessageContaining("set its kind to plain");
	}

	@RelibExports
	interface Elsewhere {

		@RelibName("nowhere")
		void countCalls();

	}

	@RelibExports(plain = true)
	interface Lengthless {

		byte[] fill();

	}

}
