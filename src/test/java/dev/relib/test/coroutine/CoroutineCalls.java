// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.coroutine;

import java.nio.file.Path;
import java.util.function.IntSupplier;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;

/**
 * Calls functions that call an import on stacks of all kinds.
 */
final class CoroutineCalls {

	private CoroutineCalls() {
	}

	public static void main(String[] args) throws InterruptedException {
		try (ModuleRegistry registry = ModuleRegistry.builder()
			.imports(ImportBinding.of(FiberAsk.class, (FiberAsk) (number) -> number + 1))
			.build()) {
			NativeModule module = registry.add(new ModuleDefinition("fiber", Path.of(args[0])));
			Fiber fiber = module.exports(Fiber.class);
			end("coroutine", () -> fiber.onCoroutine(1));
			// The thread has the module's signal stack from then on.
			Thread thread = new Thread(() -> end("signal stack", () -> fiber.onSignalStack(1)));
			thread.start();
			thread.join();
			end("thread", () -> fiber.onThread(1));
			System.out.println(module.unload().outcome());
		}
	}

	private static void end(String name, IntSupplier call) {
		String end;
		try {
			end = "returned " + call.getAsInt();
		}
		catch (Throwable ex) {
			end = ex.getClass().getSimpleName() + " " + ex.getMessage();
		}
		System.out.println(name + ": " + end);
	}

}
