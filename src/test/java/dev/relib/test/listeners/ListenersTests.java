// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.listeners;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleEvent;
import dev.relib.ModuleEvent.Kind;
import dev.relib.ModuleListener;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.ModuleClosedException;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ModuleState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A listener may start operations, and wait for operations of other threads.
 */
@Timeout(30)
class ListenersTests {

	@TempDir
	private Path directory;

	private Path library;

	private ModuleRegistry registry;

	private NativeModule module;

	private final List<ModuleEvent> events = Collections.synchronizedList(new ArrayList<>());

	private volatile ModuleListener listener = (event) -> {
	};

	@BeforeEach
	void load() {
		this.library = compile("quiet");
		this.registry = ModuleRegistry.builder().listener((event) -> {
			this.events.add(event);
			this.listener.onEvent(event);
		}).build();
		this.module = this.registry.add(new ModuleDefinition("quiet", this.library));
		this.module.exports(Quiet.class);
	}

	@AfterEach
	void leavesNothing() throws Exception {
		this.registry.close();
		assertThat(Files.readString(Path.of("/proc/self/maps"))).doesNotContain("libquiet")
			.doesNotContain("libtalkative");
	}

	@Test
	void mayWaitForAnotherThreadThatLoads() {
		onFirst(Kind.UNLOADED, () -> CompletableFuture.runAsync(this.module::load).join());
		this.module.unload();
		assertThat(this.module.state()).isEqualTo(ModuleState.LOADED);
		assertThat(this.events).extracting(ModuleEvent::kind).containsExactly(Kind.LOADED, Kind.UNLOADED, Kind.LOADED);
	}

	@Test
	void mayWaitForAnotherThreadThatAddsAModule() {
		Path other = compile("talkative");
		onFirst(Kind.UNLOADED,
				() -> CompletableFuture.runAsync(() -> this.registry.add(new ModuleDefinition("other", other))).join());
		this.module.unload();
		assertThat(this.registry.get("other").state()).isEqualTo(ModuleState.LOADED);
	}

	@Test
	void mayStartTheNextOperationItself() {
		onFirst(Kind.UNLOADED, this.module::load);
		this.module.unload();
		assertThat(this.module.state()).isEqualTo(ModuleState.LOADED);
		assertThat(this.events).extracting(ModuleEvent::kind).containsExactly(Kind.LOADED, Kind.UNLOADED, Kind.LOADED);
	}

	@Test
	void receivesEventsInOrderFromOneThreadAtATime() throws Exception {
		CountDownLatch told = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		onFirst(Kind.RELOADED, () -> {
			told.countDown();
			await(goOn);
		});
		CompletableFuture<Void> first = CompletableFuture.runAsync(this.module::reload);
		await(told);
		this.module.reload();
		assertThat(this.events).hasSize(2);
		goOn.countDown();
		first.get(10, TimeUnit.SECONDS);
		assertThat(this.events).extracting(ModuleEvent::kind)
			.containsExactly(Kind.LOADED, Kind.RELOADED, Kind.UNLOADED, Kind.RELOADED, Kind.UNLOADED);
		assertThat(this.events).extracting(ModuleEvent::generation).containsExactly(1L, 2L, 1L, 3L, 2L);
	}

	@Test
	void isRefusedALoadOnceTheRegistryIsClosed() throws Exception {
		CompletableFuture<Throwable> refused = new CompletableFuture<>();
		onFirst(Kind.UNLOADED, () -> {
			try {
				this.module.load();
				refused.complete(null);
			}
			catch (ModuleClosedException ex) {
				refused.complete(ex);
			}
		});
		this.registry.close();
		assertThat(refused.get(1, TimeUnit.SECONDS)).hasMessageContaining("its registry is closed");
		assertThat(this.module.state()).isEqualTo(ModuleState.UNLOADED);
	}

	@Test
	void mayThrowWhateverItLikes() {
		onFirst(Kind.RELOADED, () -> ListenersTests.<RuntimeException>throwUndeclared(new IOException("full")));
		assertThat(this.module.reload().generation()).isEqualTo(2);
		this.module.reload();
		assertThat(this.events).extracting(ModuleEvent::kind)
			.containsExactly(Kind.LOADED, Kind.RELOADED, Kind.UNLOADED, Kind.RELOADED, Kind.UNLOADED);
	}

	@SuppressWarnings("unchecked")
	private static <E extends Exception> void throwUndeclared(Exception thrown) throws E {
		throw (E) thrown;
	}

	private void onFirst(Kind kind, Runnable work) {
		this.listener = (event) -> {
			if (event.kind() == kind) {
				this.listener = (later) -> {
				};
				work.run();
			}
		};
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	private Path compile(String name) {
		return NativeFixture.in(this.directory)
			.kit()
			.bindings("quiet")
			.source(ListenersTests.class, "listeners.c")
			.compile(name);
	}

}
