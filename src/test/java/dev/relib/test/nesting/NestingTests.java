// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.nesting;

import java.nio.file.Path;

import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A module and its host that call each other without an end get an exception that says
 * so, before the stack is used up, and the module goes on.
 */
class NestingTests {

	@Test
	void endsBeforeTheStackDoes(@TempDir Path directory) {
		Path library = NativeFixture.in(directory).kit().bindings("nesting_down", "nesting_again").source("nest.c", """
				#include "nesting_again.h"
				#include "nesting_down.h"
				RELIB_MODULE("1", RELIB_CONTRACT_NESTING_DOWN RELIB_CONTRACT_NESTING_AGAIN)
				int32_t nesting_down_down(int32_t levels, int32_t frame)
				{
					volatile char *bytes = __builtin_alloca((size_t)frame);
					bytes[0] = 1;
					return nesting_again_again(levels, frame) + bytes[0];
				}
				""").compile("nest");
		ChildJvm.Result child = new ChildJvm().run(Recursions.class, library.toString());
		String tooDeep = "NestedTooDeepException module 'nest' was called inside of ";
		assertThat(child.output()).contains("few hundred: returned 301\n")
			.contains("large stack: " + tooDeep + "512 calls on the same thread")
			.containsPattern("usual stack: " + tooDeep + "\\d+ calls")
			.containsPattern(
					"small stack: " + tooDeep + "\\d+ calls|small stack: ImportFailedException .*KiB of the stack")
			.containsPattern("large frames: " + tooDeep + "\\d+ calls")
			.containsPattern(
					"no room: ImportFailedException module 'nest' abandoned NestingDown.down because the import"
							+ " NestingAgain.again was called with \\d+ KiB of the stack left, and Java needs 112")
			.contains("in java: StackOverflowError null\n")
			.contains("in flight: 0\nafterwards: returned 4\nUNLOADED\n");
		if (Runtime.version().feature() >= 21) {
			assertThat(child.output()).contains("virtual thread: " + tooDeep);
		}
		assertThat(child.output()).doesNotContain("JNA:");
		assertThat(child.exitCode()).isZero();
	}

}
