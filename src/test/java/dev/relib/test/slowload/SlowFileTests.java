// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.slowload;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.LoadTimeoutException;
import dev.relib.failure.ModuleClosedException;
import dev.relib.failure.UnreadableLibraryException;
import dev.relib.fixture.Command;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.LoadOptions;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleState;
import dev.relib.module.UnloadReport.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * Files that block, have no end or are too large.
 */
@Timeout(60)
class SlowFileTests {

	@TempDir
	private Path directory;

	@Test
	void aFileThatIsNotReadHoldsNothingElseUp() {
		Path slow = answer("slow");
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = registry.add(plain("slow", slow, Duration.ofMillis(300)));
			assertThat(module.exports(SlowAnswer.class).answer()).isEqualTo(42);
			Lease lease = registry.add(plain("lease", lease(), Duration.ZERO)).exports(Lease.class);
			int held = hold(lease, slow);
			assertThatThrownBy(module::reload).isInstanceOf(LoadTimeoutException.class)
				.hasMessageContaining("its files were not read within 300 ms");
			assertThatThrownBy(module::reload).isInstanceOf(LoadTimeoutException.class)
				.hasMessageContaining("the load of generation 2 was given up and is still running: its files");
			assertThat(module.state()).isEqualTo(ModuleState.LOADED);
			assertThat(module.exports(SlowAnswer.class).answer()).isEqualTo(42);
			assertThat(registry.add(plain("other", answer("other"), Duration.ZERO)).exports(SlowAnswer.class).answer())
				.isEqualTo(42);
			assertThat(module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(module.state()).isEqualTo(ModuleState.STALLED);
			lease.letGo(held);
			await().until(() -> module.state() == ModuleState.UNLOADED);
			module.load();
			assertThat(module.exports(SlowAnswer.class).answer()).isEqualTo(42);
		}
	}

	@Test
	void aRegistryIsClosedWhileAFileIsNotRead() {
		Path slow = answer("slow");
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			Lease lease = registry.add(plain("lease", lease(), Duration.ZERO)).exports(Lease.class);
			int held = hold(lease, slow);
			ModuleRegistry closing = ModuleRegistry.builder().build();
			CompletableFuture<Void> load = CompletableFuture
				.runAsync(() -> closing.add(plain("slow", slow, Duration.ZERO)));
			await().until(() -> !closing.modules().isEmpty());
			closing.close();
			assertThatThrownBy(load::join).hasCauseInstanceOf(ModuleClosedException.class);
			lease.letGo(held);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/dev/zero", "/proc/kmsg", "/proc/self/maps", "pipe", "sparse" })
	void isRefusedBeforeItIsCopied(String name) throws IOException {
		new Command(this.directory, List.of("mkfifo", "pipe")).succeed();
		try (RandomAccessFile sparse = new RandomAccessFile(this.directory.resolve("sparse").toFile(), "rw")) {
			sparse.setLength(5L << 30);
		}
		Path copies = Files.createDirectory(this.directory.resolve("copies"));
		try (ModuleRegistry registry = ModuleRegistry.builder().directory(copies).build()) {
			assertThatExceptionOfType(UnreadableLibraryException.class)
				.isThrownBy(() -> registry
					.add(new ModuleDefinition("slow", this.directory.resolve(name), ModuleOptions.DEFAULT)))
				.withMessageMatching(".*(it is not a regular file|the file is empty"
						+ "|it has 5,368,709,120 bytes, and relib.load.max-size is 2,147,483,648).*");
		}
	}

	private static int hold(Lease lease, Path file) {
		int held = lease.hold(file.toString());
		assumeThat(held).as("the file system has leases").isNotNegative();
		return held;
	}

	private Path lease() {
		return NativeFixture.in(this.directory).source(SlowFileTests.class, "lease.c").compile("lease");
	}

	private Path answer(String name) {
		return NativeFixture.in(this.directory.resolve(name))
			.source("answer.c",
					"__attribute__((visibility(\"default\"))) int answer(void);\n" + "int answer(void) { return 42; }")
			.compile("answer");
	}

	private static ModuleDefinition plain(String name, Path library, Duration timeout) {
		return new ModuleDefinition(name, library,
				ModuleOptions.builder().kind(ModuleKind.PLAIN).load(LoadOptions.DEFAULT.withTimeout(timeout)).build());
	}

}
