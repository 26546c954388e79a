// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.slowload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.RelibExports;
import dev.relib.failure.LoadTimeoutException;
import dev.relib.module.Cleanup;
import dev.relib.module.LoadOptions;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadOptions;

/**
 * Asks for one more interface, and unloads and closes for the first time, while the
 * loader never ends to open a library.
 */
public final class FirstUseProgram {

	private FirstUseProgram() {
	}

	/**
	 * Prints a line for each step.
	 * @param arguments a library, and one that the loader never ends to open
	 */
	public static void main(String[] arguments) throws InterruptedException {
		ModuleRegistry registry = ModuleRegistry.builder()
			.unloadOptions(new UnloadOptions(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(1),
					Cleanup.ALL))
			.build();
		NativeModule module = registry.add(define("served", arguments[0], LoadOptions.DEFAULT));
		CountDownLatch stuck = new CountDownLatch(1);
		Thread asking = new Thread(() -> {
			await(stuck);
			module.exports(SlowAnswer.class);
		});
		asking.setDaemon(true);
		asking.start();
		// The JVM itself asks the loader for its native methods in their first calls.
		isLookingUp(asking);
		module.exports(Known.class);
		try {
			registry.add(define("stuck", arguments[1], LoadOptions.DEFAULT.withTimeout(Duration.ofSeconds(1))));
		}
		catch (LoadTimeoutException ex) {
			System.out.println("stuck");
		}
		stuck.countDown();
		while (!isLookingUp(asking)) {
			Thread.sleep(10);
		}
		System.out.println("unload: " + module.unload().describe());
		registry.close();
		System.out.println("closed");
	}

	@RelibExports
	interface Known {

		int known();

	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean isLookingUp(Thread thread) {
		for (StackTraceElement element : thread.getStackTrace()) {
			if (element.getMethodName().equals("lookUp")) {
				return true;
			}
		}
		return false;
	}

	private static ModuleDefinition define(String name, String library, LoadOptions load) {
		return new ModuleDefinition(name, Path.of(library),
				ModuleOptions.builder().kind(ModuleKind.PLAIN).load(load).build());
	}

}
