// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.neighbours;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.os.NativeAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Libraries that are found relative to a library ({@code $ORIGIN}) are found for its
 * private copy.
 */
class OriginTests {

	private static final String VISIBLE = "__attribute__((visibility(\"default\"))) ";

	@TempDir
	private Path directory;

	private String place = "place";

	@ParameterizedTest
	@ValueSource(strings = { "-Wl,-rpath,/nowhere:${ORIGIN}/lib", "-Wl,--disable-new-dtags,-rpath,$ORIGIN/../place/lib",
			"-Wl,-z,separate-code,--hash-style=sysv,-rpath,$ORIGIN/lib",
			"-Wl,-rpath,/nowhere:$ORIGIN/$LIB:${ORIGIN}/${PLATFORM}::$ORIGIN/$ORIGINAL:$ORIGIN/lib" })
	void leadsToWhereTheLibraryWas(String option) {
		helper("liborigin.so", "int helper(void) { return 42; }");
		assertAnswers(user("int helper(void);", "return helper();", option));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "a:b", "$LIB", "${ORIGIN}", "$ORIGIN:$PLATFORM", "with space", "price$", "gr\u00f6\u00dfe" })
	void leadsToADirectoryOfAnyName(String name) {
		this.place = name;
		helper("liborigin.so", "int helper(void) { return 42; }");
		assertAnswers(user("int helper(void);", "return helper();", "-Wl,-rpath,/nowhere:$ORIGIN/lib"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a:b", "$LIB" })
	void leadsToADirectoryOfAnyNameInTheNeededNameItself(String name) {
		this.place = name;
		helper("$ORIGIN/lib/liborigin.so", "int helper(void) { return 42; }");
		assertAnswers(user("int helper(void);", "return helper();", "-Wl,-z,now"));
	}

	@Test
	void leadsThereInTheNeededNameItself() {
		helper("$ORIGIN/lib/liborigin.so", "int helper(void) { return 42; }");
		assertAnswers(user("int helper(void);", "return helper();", "-Wl,-z,now"));
	}

	@Test
	void leadsThereForALibraryWithVersions() throws IOException {
		Path script = Files.writeString(Files.createDirectories(this.directory.resolve(this.place)).resolve("map"),
				"HELPER_1 { global: helper; };");
		helper("$ORIGIN/lib/liborigin.so", "int helper(void) { return 42; }", "-Wl,--version-script=" + script);
		assertAnswers(user("int helper(void);", "return helper();", "-Wl,-z,now"));
	}

	@Test
	void leadsThereWhenTheLibraryOpensAnother() {
		helper("liborigin.so", "int helper(void) { return 42; }");
		assertAnswers(user("#include <dlfcn.h>", """
				void *found = dlopen("liborigin.so", RTLD_NOW);
					int answer = found ? ((int (*)(void))dlsym(found, "helper"))() : -1;
					return found && dlclose(found) == 0 ? answer : -1;""", "-Wl,-rpath,$ORIGIN/lib"));
	}

	private void assertAnswers(Path library) {
		assertThat(NativeAccess.current().mappings().files()).as("what the loader would take for the helper")
			.noneMatch((file) -> file.contains("liborigin.so"));
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = registry
				.add(new ModuleDefinition("model", library, ModuleOptions.builder().kind(ModuleKind.PLAIN).build()));
			assertThat(module.exports(Model.class).answer()).isEqualTo(42);
			assertThat(module.reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(module.exports(Model.class).answer()).isEqualTo(42);
		}
	}

	private Path user(String declaration, String body, String option) {
		return NativeFixture.in(this.directory.resolve(this.place))
			.source("model.c",
					declaration + "\n" + VISIBLE + "int answer(void);\nint answer(void)\n{\n\t" + body + "\n}\n")
			.option("-Wl,--no-as-needed")
			.option(option)
			.option("-Llib")
			.option("-lorigin")
			.compile("model");
	}

	private void helper(String name, String function, String... options) {
		NativeFixture fixture = NativeFixture.in(this.directory.resolve(this.place).resolve("lib"))
			.source("helper.c", VISIBLE + "int helper(void);\n" + function)
			.option("-Wl,-soname," + name);
		for (String option : options) {
			fixture.option(option);
		}
		fixture.compile("origin");
	}

}
