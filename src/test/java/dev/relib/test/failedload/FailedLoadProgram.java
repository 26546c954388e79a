// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.failedload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.ModuleException;
import dev.relib.module.Cleanup;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadOptions;

/**
 * Forgets a module whose thread goes on, and has the garbage collected.
 */
final class FailedLoadProgram {

	private static final Duration BRIEF = Duration.ofMillis(50);

	private static final Duration FOR_THREADS = Duration.ofMillis(500);

	/** The threads that were heard. */
	private static final Set<Integer> heard = ConcurrentHashMap.newKeySet();

	private static final AtomicInteger mains = new AtomicInteger();

	private static volatile int thread;

	private static volatile IntSupplier main = () -> 0;

	private FailedLoadProgram() {
	}

	public static void main(String[] arguments) throws InterruptedException {
		forget(Path.of(arguments[0]), arguments[1]);
		main = () -> 0;
		for (int i = 0; i < 20; i++) {
			System.gc();
			Thread.sleep(25);
		}
		Set<Integer> before = Set.copyOf(heard);
		heard.clear();
		for (int i = 0; i < 10_000 && !heard.equals(before); i++) {
			Thread.sleep(1);
		}
		System.out.println(heard.equals(before) ? "alive" : "silent");
		Runtime.getRuntime().halt(0);
	}

	private static void forget(Path library, String how) throws InterruptedException {
		ModuleRegistry registry = ModuleRegistry.builder()
			.imports(ImportBinding.of(Ear.class, (speaker) -> hear(speaker)))
			.unloadOptions(new UnloadOptions(BRIEF, BRIEF, FOR_THREADS, Cleanup.ALL))
			.build();
		ModuleDefinition definition = new ModuleDefinition("talker", library,
				ModuleOptions.builder().main(true).build());
		switch (how) {
			case "panic" -> {
				main = () -> 1;
				fails(() -> registry.add(definition));
			}
			case "closedInside" -> {
				main = () -> close(registry);
				fails(() -> registry.add(definition));
			}
			case "loadClosedInside" -> {
				NativeModule module = registry.add(definition);
				thread = 1;
				System.out.println(module.unload().describe());
				thread = 0;
				heard.clear();
				mains.set(0);
				main = () -> close(registry);
				fails(module::load);
			}
			case "closed" -> closeDuring(registry, () -> registry.add(definition));
			case "reloadClosed" -> {
				NativeModule module = registry.add(definition);
				closeDuring(registry, module::reload);
			}
			default -> throw new IllegalArgumentException(how);
		}
	}

	/** Closes while the main function runs, and lets that return afterwards. */
	private static void closeDuring(ModuleRegistry registry, Runnable load) throws InterruptedException {
		CountDownLatch inside = new CountDownLatch(1);
		CountDownLatch finish = new CountDownLatch(1);
		main = () -> {
			inside.countDown();
			await(finish);
			return 0;
		};
		Thread loading = new Thread(() -> fails(load));
		loading.start();
		await(inside);
		registry.close();
		finish.countDown();
		loading.join();
	}

	private static int hear(int speaker) {
		if (speaker != 0) {
			heard.add(speaker);
			return thread;
		}
		int threads = mains.incrementAndGet();
		while (heard.size() < threads) {
			Thread.onSpinWait();
		}
		return main.getAsInt();
	}

	private static int close(ModuleRegistry registry) {
		registry.close();
		return 0;
	}

	private static void fails(Runnable load) {
		try {
			load.run();
			System.out.println("loaded");
		}
		catch (ModuleException ex) {
			System.out.println("failed: " + ex.getMessage());
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
