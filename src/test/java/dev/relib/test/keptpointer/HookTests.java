// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.keptpointer;

import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.UnloadReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A library that has left a function in a hook of the C library stays until the hook is
 * free; functions of which the C library keeps lists leave with their library.
 */
@OnOneJdk
class HookTests {

	private static final String SOURCE = """
			#include <obstack.h>
			#include <pthread.h>
			#include <stdlib.h>
			#define EXPORT __attribute__((visibility("default")))
			static void (*before)(void);
			static void fail(void) { abort(); }
			static void nothing(void) {}
			EXPORT void hook(void) { before = obstack_alloc_failed_handler; obstack_alloc_failed_handler = fail; }
			EXPORT void unhook(void) { obstack_alloc_failed_handler = before; }
			EXPORT void list(void) { pthread_atfork(nothing, nothing, nothing); atexit(nothing); }
			""";

	@TempDir
	private Path directory;

	@Test
	void namesTheHook() {
		Path library = NativeFixture.in(this.directory).source("hooks.c", SOURCE).compile("hooks");
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = registry
				.add(new ModuleDefinition("hooks", library, ModuleOptions.builder().kind(ModuleKind.PLAIN).build()));
			Hooks hooks = module.exports(Hooks.class);
			hooks.list();
			hooks.hook();
			hooks.unhook();
			assertThat(module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
			module.load();
			hooks.hook();
			UnloadReport report = module.unload();
			assertThat(report.reason()).isEqualTo(Reason.POINTER_KEPT);
			assertThat(report.detail()).contains("libc.so.6", "the function fail",
					"in its variable obstack_alloc_failed_handler");
		}
	}

}
