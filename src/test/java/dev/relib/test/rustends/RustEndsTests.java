// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustends;

import java.nio.file.Path;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.ModulePanicException;
import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.OnOneJdk;
import dev.relib.test.CargoModule;
import dev.relib.test.exit.Ending;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A module in Rust ends its call, and not the process.
 */
@OnOneJdk
class RustEndsTests {

	@Test
	void whatEndsAProcessOrAThreadOfTheHostIsAPanic() {
		ChildJvm.Result result = new ChildJvm().run(Host.class, CargoModule.library("rustends").toString());
		assertThat(result.output()).contains("[3] module 'ends' panicked in Ending.end: std::process::exit called re-",
				"[4] module 'ends' panicked in Ending.end: abort() was called",
				"[5] module 'ends' panicked in Ending.end: panic in a destructor during cleanup (",
				"[6] module 'ends' panicked in Ending.end: panic in a function that cannot unwind (",
				"[7] module 'ends' panicked in Ending.end: exit(4) was called", "[8] module 'ends' panicked",
				"_exit(4) was called", "pthread_exit was called on a thread of the host",
				"[10] module 'ends' panicked in Ending.end: as usual (rustends/src/lib.rs", "[11] 11", "[12] refused",
				"[13] 13", "[other] module 'ends' panicked in Ending.end: exit was called, once more in this module",
				"a thread of the module has ended: exit was called", "UNLOADED");
		assertThat(result.output()).contains("[1] module 'ends' panicked in Ending.end: abort() was called",
				"[2] module 'ends' panicked in Ending.end: exit(3) was called");
		assertThat(result.exitCode()).isZero();
	}

	private static int refuse() {
		throw new IllegalStateException("refused");
	}

	/**
	 * Lets a module try to end the process, and unloads it.
	 */
	static final class Host {

		private Host() {
		}

		public static void main(String[] args) throws InterruptedException {
			try (ModuleRegistry registry = ModuleRegistry.builder()
				.imports(ImportBinding.of(Refusal.class, RustEndsTests::refuse))
				.build()) {
				NativeModule module = registry.add(new ModuleDefinition("ends", Path.of(args[0])));
				Ending ending = module.exports(Ending.class);
				for (int how = 1; how <= 13; how++) {
					end(ending, how, String.valueOf(how));
				}
				Thread other = new Thread(() -> end(ending, 2, "other"));
				other.start();
				other.join();
				System.out.println(module.unload().outcome());
			}
		}

		private static void end(Ending ending, int how, String name) {
			try {
				System.out.println("[" + name + "] " + ending.end(how));
			}
			catch (ModulePanicException | IllegalStateException ex) {
				System.out.println("[" + name + "] " + ex.getMessage());
			}
		}

	}

}
