// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.slowload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.Relib;
import dev.relib.module.Cleanup;
import dev.relib.module.LoadOptions;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadOptions;
import dev.relib.test.greeting.Greeter;
import dev.relib.test.greeting.GreeterHost;

/**
 * Asks for all that answers without the loader, for the first time, while the loader
 * never ends to open a library.
 */
public final class FirstAnswersProgram {

	private static final String STUCK = "the library of module 'stuck'";

	private FirstAnswersProgram() {
	}

	/**
	 * Prints a line for each step.
	 * @param arguments a plain library, a module that greets, and a library that the
	 * loader never ends to open
	 */
	public static void main(String[] arguments) throws Exception {
		System.gc(); // its first call needs the loader
		ModuleRegistry registry = ModuleRegistry.builder()
			.imports(ImportBinding.of(GreeterHost.class, new Host()))
			.unloadOptions(new UnloadOptions(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(1),
					Cleanup.ALL))
			.build();
		NativeModule plain = registry.add(define("plain", arguments[0], ModuleKind.PLAIN));
		NativeModule kit = registry.add(define("kit", arguments[1], ModuleKind.KIT));
		Greeter greeter = kit.exports(Greeter.class);
		fails("stuck", () -> registry.add(stuck(arguments[2])), "");
		answers("call", () -> greeter.greet("Ada"));
		fails("exports", () -> plain.exports(SlowAnswer.class), STUCK);
		fails("symbol", () -> plain.symbol("known").call((address) -> address), STUCK);
		answers("info", () -> registry.modules().stream().map((module) -> module.info().toString()).toList());
		answers("inspect", () -> Relib.inspect(Path.of(arguments[1])));
		answers("another registry", () -> {
			ModuleRegistry.builder().build().close();
			return "closed";
		});
		fails("missing", () -> registry.add(define("missing", arguments[0] + ".none", ModuleKind.PLAIN)),
				"there is no such file");
		answers("interrupt", () -> {
			Thread.currentThread().interrupt();
			return Thread.interrupted();
		});
		fails("unload", () -> {
			throw new IllegalStateException(plain.unload().describe());
		}, STUCK);
		fails("unload of the kit", () -> {
			throw new IllegalStateException(kit.unload().describe());
		}, STUCK);
		System.gc(); // waits for every thread that is inside of the JVM
		answers("close", () -> {
			registry.close();
			return "closed";
		});
	}

	private static void answers(String step, Callable<Object> work) throws Exception {
		try {
			run(step, work);
			System.out.println(step + ": answers");
		}
		catch (ExecutionException ex) {
			System.out.println(step + ": " + ex.getCause());
		}
	}

	private static void fails(String step, Callable<Object> work, String reason) throws Exception {
		try {
			System.out.println(step + ": " + run(step, work));
		}
		catch (ExecutionException ex) {
			boolean expected = String.valueOf(ex.getCause().getMessage()).contains(reason);
			System.out.println(step + ": " + (expected ? "answers" : ex.getCause()));
		}
	}

	private static Object run(String step, Callable<Object> work) throws Exception {
		FutureTask<Object> running = new FutureTask<>(work);
		Thread thread = new Thread(running, step);
		thread.setDaemon(true);
		thread.start();
		try {
			return running.get(30, TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			return "hangs";
		}
	}

	private static final class Host implements GreeterHost {

		@Override
		public String describe(String text, boolean flag, byte b, short s, int i, long l, float f, double d,
				byte[] bytes) {
			return text;
		}

		@Override
		public void notice(String text) {
		}

	}

	private static ModuleDefinition stuck(String library) {
		return new ModuleDefinition("stuck", Path.of(library),
				ModuleOptions.builder()
					.kind(ModuleKind.PLAIN)
					.load(LoadOptions.DEFAULT.withTimeout(Duration.ofSeconds(1)))
					.build());
	}

	private static ModuleDefinition define(String name, String library, ModuleKind kind) {
		return new ModuleDefinition(name, Path.of(library),
				ModuleOptions.builder()
					.kind(kind)
					.load(LoadOptions.DEFAULT.withTimeout(Duration.ofSeconds(2)))
					.build());
	}

}
