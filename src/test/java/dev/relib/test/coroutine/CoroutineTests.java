// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.coroutine;

import java.nio.file.Path;

import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import dev.relib.test.CppModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An import that is called on a stack that is not the thread's own fails with the reason:
 * Java would take the stack for exhausted, or end the process.
 */
class CoroutineTests {

	private static final String SOURCE = """
			#define _GNU_SOURCE
			#include "fiber.h"
			#include "fiber_ask.h"
			#include <signal.h>
			#include <stdlib.h>
			#include <ucontext.h>
			RELIB_MODULE("1", RELIB_CONTRACT_FIBER RELIB_CONTRACT_FIBER_ASK)
			static char stack[1 << 20];
			static ucontext_t outside, inside;
			static int32_t value;
			static void body(void) { value = fiber_ask_ask(value); }
			static void handler(int signal) { (void)signal; body(); }
			int32_t fiber_on_coroutine(int32_t number)
			{
				value = number;
				getcontext(&inside);
				inside.uc_stack.ss_sp = stack;
				inside.uc_stack.ss_size = sizeof(stack);
				inside.uc_link = &outside;
				makecontext(&inside, body, 0);
				swapcontext(&outside, &inside);
				return value;
			}
			int32_t fiber_on_signal_stack(int32_t number)
			{
				stack_t before, ours = {.ss_sp = stack, .ss_size = sizeof(stack)};
				struct sigaction old, action = {.sa_handler = handler, .sa_flags = SA_ONSTACK | SA_NODEFER};
				value = number;
				sigaltstack(&ours, &before);
				sigaction(SIGRTMIN + 7, &action, &old);
				raise(SIGRTMIN + 7);
				return value;
			}
			int32_t fiber_on_thread(int32_t number) { return fiber_ask_ask(number); }
			""";

	@Test
	void failsWithTheReason(@TempDir Path directory) {
		Path library = NativeFixture.in(directory)
			.kit()
			.bindings("fiber", "fiber_ask")
			.source("coroutine.c", SOURCE)
			.compile("fiber");
		ChildJvm.Result child = new ChildJvm().run(CoroutineCalls.class, library.toString());
		String reason = " because the import FiberAsk.ask was called on a stack that is not its thread's own";
		assertThat(child.output())
			.contains("coroutine: ImportFailedException module 'fiber' abandoned Fiber.on_coroutine" + reason)
			.contains("signal stack: ImportFailedException module 'fiber' abandoned Fiber.on_signal_stack" + reason)
			.contains("thread: returned 2\n")
			.contains("UNLOADED\n");
		assertThat(child.exitCode()).isZero();
	}

	@Test
	void throwsInCpp(@TempDir Path directory) {
		Path library = CppModule.compile(directory, "cppcoroutine", "fiber", "fiber_ask");
		ChildJvm.Result child = new ChildJvm().run(CoroutineCalls.class, library.toString());
		assertThat(child.output())
			.contains("coroutine: ImportFailedException module 'fiber' abandoned Fiber.on_coroutine because the import")
			.contains("signal stack: returned -1\n")
			.contains("thread: returned 2\n")
			.contains("UNLOADED\n");
		assertThat(child.exitCode()).isZero();
	}

}
