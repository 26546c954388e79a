// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.strangerthread;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.ModuleRegistryBuilder;
import dev.relib.NativeModule;
import dev.relib.failure.TooManyGenerationsException;
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
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Generations whose threads never end do not pile up without a limit.
 */
class PileUpTests {

	private static final ModuleOptions PLAIN = ModuleOptions.builder().kind(ModuleKind.PLAIN).build();

	@TempDir
	private Path directory;

	private ModuleRegistry registry;

	private NativeModule module;

	@BeforeEach
	void load() {
		Path library = NativeFixture.in(this.directory).source(getClass(), "pileup.c").compile("pile");
		Duration brief = Duration.ofMillis(20);
		this.registry = ModuleRegistry.builder()
			.maxRetired(2)
			.unloadOptions(new UnloadOptions(brief, brief, brief, Cleanup.ALL))
			.build();
		this.module = this.registry.add(new ModuleDefinition("pile", library, PLAIN));
	}

	@AfterEach
	void close() throws IOException {
		endThreads();
		await().untilAsserted(() -> {
			this.module.reload();
			assertThat(this.module.info().retired()).isEmpty();
		});
		this.registry.close();
	}

	@Test
	void refusesAReloadThatWouldAddOneMore() throws IOException {
		start();
		assertThat(this.module.reload().previous().outcome()).isEqualTo(Outcome.REFUSED);
		start();
		this.module.reload();
		start();
		assertThatExceptionOfType(TooManyGenerationsException.class).isThrownBy(this.module::reload)
			.withMessageContaining("2 replaced generations are still loaded, and relib.reload.max-retired allows 2")
			.withMessageContaining("generation 1, threads of the module are running: 'pile' (id ")
			.withMessageContaining("generation 2, ")
			.satisfies((ex) -> assertThat(ex.refusals()).hasSize(2)
				.allSatisfy((refusal) -> assertThat(refusal.reason()).isEqualTo(Reason.THREADS_RUNNING)));
		assertThat(this.module.info().retired()).hasSize(2);
		start();
	}

	@Test
	void reloadsAgainOnceTheThreadsHaveEnded() throws IOException {
		for (int i = 0; i < 2; i++) {
			start();
			this.module.reload();
		}
		assertThatExceptionOfType(TooManyGenerationsException.class).isThrownBy(this.module::reload);
		endThreads();
		await().ignoreException(TooManyGenerationsException.class)
			.until(() -> this.module.reload().previous().outcome() == Outcome.UNLOADED);
	}

	@Test
	void countsNoGenerationThatStaysWhenTheRegistryCloses() {
		ModuleRegistry other = ModuleRegistry.builder()
			.unloadOptions(new UnloadOptions(Duration.ZERO, Duration.ZERO, Duration.ZERO, Cleanup.ALL))
			.build();
		Path library = NativeFixture.in(this.directory).source(getClass(), "pileup.c").compile("other");
		NativeModule left = other.add(new ModuleDefinition("left", library, PLAIN));
		left.exports(PileUpFunctions.class).start(this.directory.resolve("end").toString());
		left.reload();
		assertThat(left.info().retired()).hasSize(1);
		other.close();
		assertThat(left.info().retired()).isEmpty();
	}

	@Test
	void allowsAtLeastOne() {
		ModuleRegistryBuilder builder = ModuleRegistry.builder();
		assertThatIllegalArgumentException().isThrownBy(() -> builder.maxRetired(0))
			.withMessageContaining("relib.reload.max-retired");
	}

	private void start() {
		this.module.exports(PileUpFunctions.class).start(this.directory.resolve("end").toString());
	}

	private void endThreads() throws IOException {
		Path end = this.directory.resolve("end");
		if (!Files.exists(end)) {
			Files.createFile(end);
		}
	}

}
