// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.executablestack;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;

/**
 * Calls a library, and then itself on a thread that was there before the library.
 */
final class Recursion {

	private Recursion() {
	}

	public static void main(String[] args) throws Exception {
		CountDownLatch called = new CountDownLatch(1);
		Thread thread = new Thread(() -> {
			try {
				called.await();
				System.out.println(deeper(0));
			}
			catch (InterruptedException | StackOverflowError ex) {
				System.out.println(ex);
			}
		});
		thread.start();
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			ModuleOptions options = ModuleOptions.builder().kind(ModuleKind.PLAIN).build();
			System.out.println(registry.add(new ModuleDefinition("doubling", Path.of(args[0]), options))
				.exports(Doubling.class)
				.twice(21));
		}
		finally {
			called.countDown();
			thread.join();
		}
	}

	private static int deeper(int depth) {
		return 1 + deeper(depth + 1);
	}

}
