// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.refusedunload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.Cleanup;
import dev.relib.module.ModuleState;
import dev.relib.module.UnloadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A registry that is closed while a reload unloads the replaced generation leaves none.
 */
@OnOneJdk
@Timeout(60)
class CloseDuringReloadTests {

	@TempDir
	private Path directory;

	private final CountDownLatch inside = new CountDownLatch(1);

	private final CountDownLatch finish = new CountDownLatch(1);

	@Test
	void waitsForTheUnload() throws Exception {
		ModuleRegistry registry = ModuleRegistry.builder()
			.unloadOptions(new UnloadOptions(Duration.ofMillis(50), Duration.ofSeconds(30), Duration.ofSeconds(10),
					Cleanup.ALL))
			.imports(ImportBinding.of(Boss.class, this::answer))
			.build();
		NativeModule module = registry.add(new ModuleDefinition("worker", library()));
		module.exports(Worker.class).prepare(3);
		CompletableFuture<?> reload = CompletableFuture.runAsync(module::reload);
		this.inside.await();
		CompletableFuture<?> close = CompletableFuture.runAsync(registry::close);
		assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> close.get(400, TimeUnit.MILLISECONDS));
		this.finish.countDown();
		close.get();
		assertThat(module.state()).isEqualTo(ModuleState.UNLOADED);
		reload.get();
	}

	private int answer() {
		this.inside.countDown();
		try {
			this.finish.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return 42;
	}

	private Path library() {
		return NativeFixture.in(this.directory)
			.kit()
			.bindings("worker", "boss")
			.source(RefusedUnloadTests.class, "refusedunload.c")
			.compile("worker");
	}

}
