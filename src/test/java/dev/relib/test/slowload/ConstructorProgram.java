// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.slowload;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.Supplier;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.module.LoadOptions;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;

/**
 * Loads a library that never ends to load, and goes on.
 */
public final class ConstructorProgram {

	private ConstructorProgram() {
	}

	/**
	 * Prints a line for each step.
	 * @param arguments a library, one that never returns, and which of them is stuck: its
	 * own constructor, or one of a library that it needs
	 */
	public static void main(String[] arguments) throws Exception {
		Path library = Path.of(arguments[0]);
		Path stuck = Path.of(arguments[1]);
		useAllOfIt(library);
		ModuleRegistry registry = ModuleRegistry.builder().build();
		NativeModule served = registry.add(define("served", library));
		SlowAnswer answer = served.exports(SlowAnswer.class);
		NativeModule changing = registry
			.add(define("changing", Files.copy(library, stuck.resolveSibling("libchanging.so"))));
		changing.unload();
		Files.copy(stuck, stuck.resolveSibling("libchanging.so"), StandardCopyOption.REPLACE_EXISTING);
		print("load", () -> {
			changing.load();
			return "loaded";
		});
		System.out.println("state: " + changing.state());
		print("again", () -> {
			changing.load();
			return "loaded";
		});
		print("other", () -> registry.add(define("other", Path.of(arguments[2]))));
		print("reload", () -> served.reload().previous().outcome());
		System.out.println("answer: " + answer.answer());
		print("unload", () -> served.unload().describe());
		registry.close();
		System.out.println("closed");
	}

	/**
	 * The JVM links native methods, its own included, in their first calls. All that
	 * comes later is quick, also on a busy machine.
	 */
	private static void useAllOfIt(Path library) {
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = registry
				.add(new ModuleDefinition("first", library, ModuleOptions.builder().kind(ModuleKind.PLAIN).build()));
			module.reload();
			module.exports(SlowAnswer.class).answer();
		}
	}

	private static void print(String step, Supplier<Object> work) {
		try {
			System.out.println(step + ": " + work.get());
		}
		catch (RuntimeException ex) {
			System.out.println(step + ": " + ex.getClass().getSimpleName() + ": " + ex.getMessage());
		}
	}

	private static ModuleDefinition define(String name, Path library) {
		return new ModuleDefinition(name, library,
				ModuleOptions.builder()
					.kind(ModuleKind.PLAIN)
					.load(LoadOptions.DEFAULT.withTimeout(Duration.ofSeconds(1)))
					.build());
	}

}
