// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.hangingexit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.Cleanup;
import dev.relib.module.UnloadOptions;
import dev.relib.test.CppModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A static object of a module that waits for a thread which has called the host does not
 * keep the process from its end: such a thread cannot end once the JVM has stopped.
 */
@OnOneJdk
class HangingExitTests {

	private static final Duration SHORT = Duration.ofMillis(50);

	@TempDir
	private static Path directory;

	@ParameterizedTest
	@CsvSource({ "late, exit, 7", "early, terminate, 143", "early, unasked, 7" })
	void endsByItself(String object, String end, int exitCode) {
		ChildJvm.Result result = new ChildJvm().timeout(Duration.ofSeconds(60))
			.run(Child.class, library().toString(), object, end);
		assertThat(result.output()).contains("a destructor of a native module does not return")
			.doesNotContain("UNLOADED");
		assertThat(result.exitCode()).as(result.output()).isEqualTo(exitCode);
	}

	@Test
	void runsDestructorsThatReturn() {
		ChildJvm.Result result = new ChildJvm().timeout(Duration.ofSeconds(60))
			.run(Child.class, library().toString(), "none", "unasked");
		assertThat(result.output()).doesNotContain("does not return");
		assertThat(result.exitCode()).as(result.output()).isEqualTo(7);
	}

	private static Path library() {
		return CppModule.compile(directory, "hangingexit", "pool", "ticker");
	}

	/**
	 * Leaves the module as it is and ends the process.
	 */
	static final class Child {

		private Child() {
		}

		public static void main(String[] arguments) throws IOException, InterruptedException {
			CountDownLatch ticked = new CountDownLatch(1);
			ModuleRegistry registry = ModuleRegistry.builder()
				.unloadOptions(new UnloadOptions(SHORT, SHORT, SHORT, Cleanup.ALL))
				.imports(ImportBinding.of(Ticker.class, ticked::countDown))
				.build();
			NativeModule module = registry.add(new ModuleDefinition("pool", Path.of(arguments[0])));
			Pool pool = module.exports(Pool.class);
			switch (arguments[1]) {
				case "early" -> pool.start();
				case "late" -> pool.startLate();
				default -> ticked.countDown();
			}
			ticked.await();
			if (!arguments[2].equals("unasked")) {
				System.out.println(module.unload().outcome());
			}
			if (arguments[2].equals("terminate")) {
				new ProcessBuilder("kill", "-TERM", Long.toString(ProcessHandle.current().pid())).start();
				Thread.sleep(Duration.ofMinutes(2).toMillis());
			}
			System.exit(7);
		}

	}

}
