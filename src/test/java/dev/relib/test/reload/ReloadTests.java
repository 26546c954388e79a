// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.ModuleLoadException;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ReloadReport;
import dev.relib.module.UnloadReport.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * A reload replaces the library behind an export object without failing a call.
 */
class ReloadTests {

	private static final int RELOADS = 100;

	@TempDir
	private Path directory;

	private Path library;

	private Path first;

	private Path second;

	private ModuleRegistry registry;

	private NativeModule module;

	private Versioned versioned;

	private volatile Runnable interruption = () -> {
	};

	@BeforeEach
	void load() throws IOException {
		this.first = compile(1);
		this.second = compile(2);
		this.library = this.directory.resolve("libversioned.so");
		install(this.first);
		this.registry = ModuleRegistry.builder()
			.imports(ImportBinding.of(Reloader.class, () -> this.interruption.run()))
			.build();
		this.module = this.registry.add(new ModuleDefinition("versioned", this.library));
		this.versioned = this.module.exports(Versioned.class);
	}

	@AfterEach
	void leavesNothingBehind() throws IOException {
		this.registry.close();
		assertThat(Files.readString(Path.of("/proc/self/maps"))).doesNotContain("libversioned");
	}

	@Test
	void movesCallersToTheNewGeneration() throws IOException {
		assertThat(this.versioned.version()).isEqualTo(1);
		install(this.second);
		assertThat(this.versioned.version()).isEqualTo(1);
		assertThat(this.module.reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(this.versioned.version()).isEqualTo(2);
		assertThat(this.module.info().serving().buildInfo()).containsEntry("version", "1.0.2");
	}

	@Test
	void keepsTheOldGenerationWhenTheNewLibraryIsBroken() throws IOException {
		Path broken = Files.writeString(this.directory.resolve("broken"), "not a library");
		Files.move(broken, this.library, StandardCopyOption.REPLACE_EXISTING);
		assertThatExceptionOfType(ModuleLoadException.class).isThrownBy(this.module::reload);
		assertThat(this.versioned.version()).isEqualTo(1);
	}

	@Test
	void keepsACallOnItsGeneration() throws IOException {
		install(this.second);
		this.interruption = () -> {
			assertThat(this.module.reload().previous()).isNull();
			assertThat(this.versioned.version()).isEqualTo(1);
		};
		assertThat(this.versioned.versionAroundTheHost()).isEqualTo("1 1");
		this.interruption = () -> {
		};
		assertThat(this.versioned.versionAroundTheHost()).isEqualTo("2 2");
		await().untilAsserted(() -> assertThat(this.module.info().retired()).isEmpty());
	}

	@Test
	void bindsAnInterfaceInsideACallThatAReloadWaitsFor() {
		CompletableFuture<ReloadReport> reloading = new CompletableFuture<>();
		AtomicReference<Built> built = new AtomicReference<>();
		this.interruption = () -> {
			reloading.completeAsync(this.module::reload);
			await().until(() -> this.module.info().serving().id() == 2);
			built.set(this.module.exports(Built.class));
		};
		assertThat(this.versioned.versionAroundTheHost()).isEqualTo("1 1");
		assertThat(built.get().count()).isEqualTo(1);
		assertThat(reloading.join().previous().outcome()).isEqualTo(Outcome.UNLOADED);
		this.module.reload();
		assertThat(built.get().count()).isEqualTo(1);
	}

	@Test
	void failsNoCallOfPlatformThreads() throws Exception {
		reloadsUnderLoad(Executors.newFixedThreadPool(4), 4);
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void failsNoCallOfVirtualThreads() throws Exception {
		ExecutorService executor = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor")
			.invoke(null);
		reloadsUnderLoad(executor, 200);
	}

	private void reloadsUnderLoad(ExecutorService executor, int callers) throws Exception {
		AtomicBoolean stop = new AtomicBoolean();
		AtomicLong calls = new AtomicLong();
		Callable<Void> caller = () -> {
			int last = 0;
			while (!stop.get()) {
				assertThat(this.versioned.version()).isBetween(1, 2);
				String[] around = this.versioned.versionAroundTheHost().split(" ");
				assertThat(around[0]).isEqualTo(around[1]);
				calls.addAndGet(2);
				if (++last % 50 == 0) {
					Thread.yield();
				}
			}
			return null;
		};
		List<Future<Void>> running = new ArrayList<>();
		for (int i = 0; i < callers; i++) {
			running.add(executor.submit(caller));
		}
		for (int i = 0; i < RELOADS; i++) {
			install((i % 2 == 0) ? this.second : this.first);
			assertThat(this.module.reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
		}
		stop.set(true);
		for (Future<Void> future : running) {
			future.get();
		}
		executor.shutdown();
		System.out.println(RELOADS + " reloads under " + calls + " calls of " + callers + " threads, 0 failed");
		assertThat(calls.get()).isGreaterThan(RELOADS);
	}

	private Path compile(int version) {
		return NativeFixture.in(this.directory.resolve("" + version))
			.kit()
			.bindings("versioned", "reloader", "built")
			.source(ReloadTests.class, "reload.c")
			.option("-DRELIB_TEST_VERSION=" + version)
			.option("-DRELIB_TEST_VERSION_TEXT=\"" + version + "\"")
			.compile("versioned");
	}

	private void install(Path build) throws IOException {
		Path copy = Files.copy(build, this.directory.resolve("new"), StandardCopyOption.REPLACE_EXISTING);
		Files.move(copy, this.library, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

}
