// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.latecalls;

import java.io.IOException;
import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;

/**
 * Lets a module register code or memory with the process, unloads the module, and then
 * does what would use it.
 */
final class LateCallsProgram {

	private static final String USER_SIGNAL = "USR1";

	private static final int USER_SIGNAL_NUMBER = 10;

	private final NativeModule module;

	private final Registrar registrar;

	private LateCallsProgram(NativeModule module) {
		this.module = module;
		this.registrar = module.exports(Registrar.class);
	}

	/**
	 * Runs with the path of the library and the name of a case as arguments.
	 */
	public static void main(String[] args) throws Exception {
		ModuleRegistry registry = ModuleRegistry.builder().build();
		new LateCallsProgram(registry.add(new ModuleDefinition("latecalls", Path.of(args[0])))).run(args[1]);
		System.out.println("survived");
	}

	private void run(String what) throws Exception {
		switch (what) {
			case "exits" -> {
				this.registrar.atExit("left");
				this.registrar.onExit("left");
				this.registrar.atQuickExit();
				unload();
			}
			case "fork" -> {
				this.registrar.atFork();
				unload();
				start("true");
			}
			case "handler" -> {
				this.registrar.handle(USER_SIGNAL_NUMBER);
				signal();
				System.out.println("handled " + this.registrar.handled());
				unload();
				signal();
			}
			case "handlers" -> {
				this.registrar.handle(USER_SIGNAL_NUMBER);
				this.module.reload();
				signal();
				this.registrar.handle(USER_SIGNAL_NUMBER);
				signal();
				System.out.println("handled " + this.registrar.handled());
				unload();
				signal();
			}
			case "stack" -> {
				this.registrar.setStackOfHandlers();
				unload();
				useNothing();
			}
			case "buffer" -> {
				this.registrar.printLater("printed later ");
				unload();
			}
			default -> throw new IllegalArgumentException(what);
		}
	}

	private void unload() {
		System.out.println(this.module.unload().outcome());
	}

	private static void signal() throws Exception {
		start("kill", "-s", USER_SIGNAL, "" + ProcessHandle.current().pid());
		Thread.sleep(100);
	}

	private static void start(String... command) throws IOException, InterruptedException {
		System.out.println(command[0] + " " + new ProcessBuilder(command).inheritIO().start().waitFor());
	}

	/**
	 * Dereferences null often enough for compiled code, whose fault the signal handler of
	 * the JVM turns into an exception.
	 */
	private static void useNothing() {
		for (int i = 0; i < 100_000; i++) {
			try {
				length((i % 10 == 0) ? null : "text");
			}
			catch (NullPointerException ex) {
				continue;
			}
		}
	}

	private static int length(String text) {
		return text.length();
	}

}
