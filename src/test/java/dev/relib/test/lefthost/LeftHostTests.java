// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.lefthost;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.Cleanup;
import dev.relib.module.UnloadOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The objects of a closed registry become garbage, unless code of its modules still runs.
 */
class LeftHostTests {

	private static final Duration SHORT = Duration.ofMillis(100);

	private Path library;

	@BeforeEach
	void compile(@TempDir Path directory) {
		this.library = NativeFixture.in(directory)
			.kit()
			.bindings("guest", "door")
			.source(LeftHostTests.class, "lefthost.c")
			.compile("lefthost");
	}

	@Test
	void isGarbageCollected() {
		WeakReference<?> door = openAndLeave(new TestDoor(), false);
		await().untilAsserted(() -> {
			System.gc();
			assertThat(door.get()).isNull();
		});
	}

	@Test
	void isKeptForAThreadThatCallsIt() {
		AtomicInteger knocks = new AtomicInteger();
		AtomicInteger last = new AtomicInteger(Integer.MAX_VALUE);
		openAndLeave(() -> knocks.incrementAndGet() < last.get(), true);
		for (int i = 0; i < 10; i++) {
			System.gc();
		}
		int before = knocks.get();
		await().untilAsserted(() -> assertThat(knocks).hasValueGreaterThan(before + 10));
		last.set(0);
	}

	private WeakReference<?> openAndLeave(Door door, boolean start) {
		try (ModuleRegistry registry = ModuleRegistry.builder()
			.unloadOptions(new UnloadOptions(SHORT, SHORT, SHORT, Cleanup.ALL))
			.imports(ImportBinding.of(Door.class, door))
			.build()) {
			NativeModule module = registry.add(new ModuleDefinition("guest", this.library));
			Guest guest = module.exports(Guest.class);
			if (start) {
				guest.start();
			}
		}
		return new WeakReference<>(door);
	}

	private static final class TestDoor implements Door {

		@Override
		public boolean knock() {
			return false;
		}

	}

}
