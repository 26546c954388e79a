// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.unseenkeys;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.module.Destructors;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadReport;

/**
 * Uses keys of modules on threads that end after the unload.
 */
final class UnseenKeysProgram {

	private final ModuleRegistry registry = ModuleRegistry.builder().build();

	private final ModuleOptions plain = ModuleOptions.builder().kind(ModuleKind.PLAIN).build();

	private UnseenKeysProgram() {
	}

	/**
	 * Runs with the paths of a module and of two plain libraries that need the same
	 * library as arguments.
	 */
	public static void main(String[] args) throws Exception {
		UnseenKeysProgram program = new UnseenKeysProgram();
		NativeModule kit = program.registry.add(new ModuleDefinition("kit", Path.of(args[0])));
		program.use("linked into a module", kit, KeyUser::useItsKey);
		NativeModule plain = program.registry.add(new ModuleDefinition("plain", Path.of(args[1]), program.plain));
		program.use("linked into a library", plain, KeyUser::useItsKey);
		plain.load();
		program.use("by a pointer", plain, KeyUser::useOwnKeyByPointer);
		plain.load();
		program.registry.add(new ModuleDefinition("other", Path.of(args[2]), program.plain));
		program.use("by a library that stays", plain, KeyUser::useOwnKey);
		plain.load();
		program.use("by a pointer of a library that stays", plain, KeyUser::useOwnKeyByPointer);
		program.registry.close();
	}

	/** Prints the outcome, destroyed values and keys. */
	private void use(String what, NativeModule module, Consumer<KeyUser> use) throws Exception {
		ExecutorService pool = Executors.newSingleThreadExecutor();
		KeyUser exports = module.exports(KeyUser.class);
		pool.submit(() -> use.accept(exports)).get();
		UnloadReport report = module.unload();
		pool.shutdown();
		pool.awaitTermination(10, TimeUnit.SECONDS);
		Destructors destructors = report.leakReport().destructors();
		System.out.println(what + ": " + report.outcome() + ", " + destructors.run() + " of " + destructors.keys());
	}

}
