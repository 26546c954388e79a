// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.soname;

import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadReport.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The loader gives nobody a module's copy who needs a library of the module's name.
 */
class SonameTests {

	private static final ModuleOptions PLAIN = ModuleOptions.builder().kind(ModuleKind.PLAIN).build();

	@TempDir
	private Path directory;

	@Test
	void aModuleIsNotWhatAnotherOneNeeds() {
		Path needed = library("b", 1).option("-Wl,-soname,libfoo.so").compile("foo");
		Path user = NativeFixture.in(this.directory.resolve("b/user"))
			.source("user.c",
					"int foo(void);\n__attribute__((visibility(\"default\"))) int number(void);\n"
							+ "int number(void) { return foo(); }")
			.option("-Wl,--no-as-needed,-rpath," + needed.getParent())
			.option(needed.toString())
			.compile("user");
		Path module = library("a", 2).option("-Wl,-soname,libfoo.so").compile("foo");
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			assertThat(number(registry, "foo", module)).isEqualTo(2);
			assertThat(number(registry, "user", user)).isEqualTo(1);
			NativeModule foo = registry.get("foo");
			assertThat(foo.reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(foo.exports(Number.class).number()).isEqualTo(2);
			assertThat(registry.get("user").reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(foo.unload().outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(registry.get("user").exports(Number.class).number()).isEqualTo(1);
		}
	}

	private NativeFixture library(String where, int number) {
		return NativeFixture.in(this.directory.resolve(where))
			.source("foo.c",
					"#define PUBLIC __attribute__((visibility(\"default\")))\n"
							+ "PUBLIC int foo(void);\nPUBLIC int number(void);\nint foo(void) { return " + number
							+ "; }\nint number(void) { return foo(); }");
	}

	private static int number(ModuleRegistry registry, String name, Path library) {
		return registry.add(new ModuleDefinition(name, library, PLAIN)).exports(Number.class).number();
	}

}
