// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.farewell;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;

/**
 * Lets an import throw that destructors of thread-locals call: when a thread ends, and in
 * the unload for a thread that lives on.
 */
final class FarewellProgram {

	private FarewellProgram() {
	}

	/** Runs with the path of the library as argument. */
	public static void main(String[] args) throws Exception {
		Porter porter = (language) -> {
			System.out.println("asked by " + language);
			throw new IllegalStateException("no porter");
		};
		ExecutorService pool = Executors.newSingleThreadExecutor();
		try (ModuleRegistry registry = ModuleRegistry.builder()
			.imports(ImportBinding.of(Porter.class, porter))
			.build()) {
			NativeModule module = registry.add(new ModuleDefinition("farewell", Path.of(args[0])));
			Visitor visitor = module.exports(Visitor.class);
			Thread brief = new Thread(visitor::stay);
			brief.start();
			brief.join();
			pool.submit(visitor::stay).get();
			System.out.println(module.unload().outcome());
		}
		pool.shutdown();
		System.out.println("survived");
	}

}
