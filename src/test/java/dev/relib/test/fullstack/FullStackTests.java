// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.fullstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.RelibExports;
import dev.relib.RelibImports;
import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A first call for which the stack has no room left fails, and later calls do not: no
 * class is initialized by a call, which would fail for ever.
 */
class FullStackTests {

	@Test
	void leavesLaterCallsAsTheyAre(@TempDir Path directory) {
		Path library = NativeFixture.in(directory)
			.kit()
			.bindings("full_stack_caller", "full_stack_called")
			.source("caller.c", """
					#include "full_stack_called.h"
					#include "full_stack_caller.h"
					RELIB_MODULE("1", RELIB_CONTRACT_FULL_STACK_CALLER RELIB_CONTRACT_FULL_STACK_CALLED)
					relib_string full_stack_caller_echo(relib_str text) { return full_stack_called_echo(text); }
					""")
			.compile("caller");
		ChildJvm.Result child = new ChildJvm().run(Deep.class, library.toString());
		assertThat(child.output()).contains("refused first, then: hello");
		assertThat(child.exitCode()).isZero();
	}

	/**
	 * The module's function.
	 */
	@RelibExports
	public interface FullStackCaller {

		String echo(String text);

	}

	/**
	 * The function that it calls.
	 */
	@RelibImports
	public interface FullStackCalled {

		String echo(String text);

	}

	/**
	 * Calls at the end of the stack, then a bit further up, until a call succeeds.
	 */
	static final class Deep {

		private static final List<String> SEEN = new ArrayList<>();

		private Deep() {
		}

		public static void main(String[] args) {
			try (ModuleRegistry registry = ModuleRegistry.builder()
				.imports(ImportBinding.of(FullStackCalled.class, (FullStackCalled) (text) -> text))
				.build()) {
				FullStackCaller caller = registry.add(new ModuleDefinition("caller", Path.of(args[0])))
					.exports(FullStackCaller.class);
				descend(caller);
				System.out.println((SEEN.isEmpty() ? "at once: " : "refused first, then: ") + caller.echo("hello"));
			}
		}

		private static boolean descend(FullStackCaller caller) {
			try {
				if (descend(caller)) {
					return true;
				}
			}
			catch (StackOverflowError ex) {
				// the end, where the first call is tried
			}
			try {
				caller.echo("deep");
				return true;
			}
			catch (Throwable ex) {
				SEEN.add(ex.getClass().getSimpleName());
				return false;
			}
		}

	}

}
