// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.nesting;

import java.nio.file.Path;
import java.util.function.IntSupplier;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;

/**
 * A module and its host that call each other, on threads of several kinds. Prints how
 * each of them ends.
 */
final class Recursions {

	private static final int ENDLESS = Integer.MAX_VALUE;

	/** The import recurses in Java. */
	private static final int IN_JAVA = -1;

	private static NestingDown module;

	private Recursions() {
	}

	public static void main(String[] args) throws Exception {
		try (ModuleRegistry registry = ModuleRegistry.builder()
			.imports(ImportBinding.of(NestingAgain.class, (NestingAgain) Recursions::again))
			.build()) {
			NativeModule nest = registry.add(new ModuleDefinition("nest", Path.of(args[0])));
			module = nest.exports(NestingDown.class);
			run("few hundred", 16_000_000, () -> module.down(300, 1));
			run("large stack", 16_000_000, () -> module.down(ENDLESS, 1));
			run("usual stack", 0, () -> module.down(ENDLESS, 1));
			run("small stack", 250_000, () -> module.down(ENDLESS, 1));
			run("large frames", 0, () -> module.down(ENDLESS, 20_000));
			run("no room", 250_000, () -> module.down(ENDLESS, 100_000));
			run("in java", 0, () -> module.down(IN_JAVA, 1));
			if (Runtime.version().feature() >= 21) {
				Thread thread = (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class)
					.invoke(null, (Runnable) () -> end("virtual thread", () -> module.down(ENDLESS, 1)));
				thread.join();
			}
			System.out.println("in flight: " + nest.info().serving().callsInFlight());
			end("afterwards", () -> module.down(3, 1));
			System.out.println(nest.unload().outcome());
		}
	}

	private static int again(int levels, int frame) {
		return (levels == IN_JAVA) ? endless(0) : (levels == 0) ? 0 : module.down(levels - 1, frame);
	}

	private static int endless(int depth) {
		return endless(depth + 1) + 1;
	}

	private static void run(String name, long stack, IntSupplier call) throws InterruptedException {
		Thread thread = new Thread(null, () -> end(name, call), name, stack);
		thread.start();
		thread.join();
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
