// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.exit;

import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A library without the kit ends the process as it wants to, and the log says that it
 * did.
 */
@OnOneJdk
class PlainEndsTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource({ "1, 3, exit(3) was called in end", "3, 134, assert(how == 2) in", "4, 5, exit(5) was called",
			"9, 9, _exit(9) was called", "5, 137, kill(9: Killed) was called in end",
			"6, 6, 'errx(6, \"no paper\") was called in end'", "7, 12, _exit(12) was called" })
	void theLogSaysWhichModuleEndsTheProcess(int how, int status, String text) {
		ChildJvm.Result result = run(how);
		assertThat(result.output()).contains("relib: module 'plain': the process ends: " + text)
			.doesNotContain((how != 9) ? "[" + how + "]" : "UNLOADED");
		if (how != 7 && how != 9) {
			assertThat(result.output()).containsPattern("ERROR relib.plain +the process ends");
		}
		assertThat(result.exitCode()).isEqualTo(status);
	}

	@Test
	void whatEndsNothingOfTheProcessIsLeftAlone() {
		ChildJvm.Result result = run(8);
		assertThat(result.output()).contains("[8] 8", "UNLOADED").doesNotContain("the process ends");
		assertThat(result.exitCode()).isZero();
	}

	private ChildJvm.Result run(int how) {
		Path library = NativeFixture.in(this.directory).source(getClass(), "plain.c").compile("plain");
		return new ChildJvm().run(Host.class, library.toString(), String.valueOf(how));
	}

	/**
	 * Calls a library that ends the process.
	 */
	static final class Host {

		private Host() {
		}

		public static void main(String[] args) {
			try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
				var module = registry.add(new ModuleDefinition("plain", Path.of(args[0]),
						ModuleOptions.builder().kind(ModuleKind.PLAIN).build()));
				int how = Integer.parseInt(args[1]);
				System.out.println("[" + how + "] " + module.exports(Ending.class).end(how));
				if (how == 9) {
					System.exit(0);
				}
				System.out.println(module.unload().outcome());
			}
		}

	}

}
