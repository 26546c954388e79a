// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.golibrary;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.Command;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A library with Go's runtime stays in the process, is reloaded beside itself, and leaves
 * Java's exceptions to Java. Left out where Go is not installed.
 */
@OnOneJdk
class GoLibraryTests {

	@TempDir
	private Path directory;

	@Test
	void staysMappedAndIsReloaded() throws Exception {
		Path library = this.directory.resolve("libadder.so");
		assumeTrue(isInstalled(), "Go is not installed");
		Path source = this.directory.resolve("adder.go");
		Files.copy(Objects.requireNonNull(GoLibraryTests.class.getResourceAsStream("golibrary.go")), source);
		Command.Result built = new Command(this.directory,
				List.of("go", "build", "-buildmode=c-shared", "-o", library.toString(), source.toString()))
			.run();
		assertThat(built.exitCode()).as(built.output()).isZero();
		ChildJvm.Result result = new ChildJvm().run(Caller.class, library.toString());
		assertThat(result.output()).contains("5 PINNED 9 PINNED null");
		assertThat(result.exitCode()).isZero();
	}

	private static boolean isInstalled() {
		return Stream.of(System.getenv("PATH").split(":")).anyMatch((path) -> Files.isExecutable(Path.of(path, "go")));
	}

	/**
	 * Calls, reloads and unloads it, then has Java throw what a signal tells of.
	 */
	static final class Caller {

		private Caller() {
		}

		public static void main(String[] args) {
			try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
				NativeModule module = registry.add(new ModuleDefinition("adder", Path.of(args[0]),
						ModuleOptions.builder().kind(ModuleKind.PLAIN).build()));
				Adder adder = module.exports(Adder.class);
				String text = adder.add(2, 3) + " " + module.reload().previous().outcome();
				text += " " + adder.add(4, 5) + " " + module.unload().outcome();
				System.out.println(text + " " + lengthOf(null));
			}
		}

		private static String lengthOf(String text) {
			try {
				return String.valueOf(text.length());
			}
			catch (NullPointerException ex) {
				return "null";
			}
		}

	}

}
