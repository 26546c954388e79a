// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.exit;

import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.RelibExports;
import dev.relib.failure.ModulePanicException;
import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A library without the kit cannot end a thread of the host: its call ends.
 */
@EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
class PlainThreadEndsTests {

	@TempDir
	private Path directory;

	@Test
	void endsTheCallAndNotTheThread() {
		Path library = NativeFixture.in(this.directory).source(getClass(), "plain.c").compile("plain");
		ChildJvm.Result result = new ChildJvm().run(Host.class, library.toString());
		assertThat(result.output()).contains(
				"[10] module 'plain' panicked in Ending.end: pthread_exit was called on a thread of the host",
				"[11] module 'plain' panicked in Ending.end: pthread_exit was called on a thread of the host",
				"[12] 12",
				"[text] module 'plain' panicked in Text.end_text: thrd_exit was called on a thread of the host",
				"[8] 8", "UNLOADED");
		assertThat(result.exitCode()).isZero();
	}

	/**
	 * A function with a text as its result.
	 */
	@RelibExports
	interface Text {

		String endText();

	}

	/**
	 * Calls a library that ends threads, often enough to be compiled.
	 */
	static final class Host {

		private Host() {
		}

		public static void main(String[] args) {
			try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
				NativeModule module = registry.add(new ModuleDefinition("plain", Path.of(args[0]),
						ModuleOptions.builder().kind(ModuleKind.PLAIN).build()));
				Ending ending = module.exports(Ending.class);
				for (int i = 0; i < 1000; i++) {
					message(ending, 10);
				}
				for (int how = 10; how <= 12; how++) {
					System.out.println("[" + how + "] " + message(ending, how));
				}
				System.out.println("[8] " + ending.end(8));
				try {
					module.exports(Text.class).endText();
				}
				catch (ModulePanicException ex) {
					System.out.println("[text] " + ex.getMessage());
				}
				System.gc();
				System.out.println(module.unload().outcome());
			}
		}

		private static String message(Ending ending, int how) {
			try {
				return String.valueOf(ending.end(how));
			}
			catch (ModulePanicException ex) {
				return ex.getMessage();
			}
		}

	}

}
