// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.neighbours;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.UnreadableLibraryException;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.LoadOptions;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadReport.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A library finds its companions beside its private copy.
 */
class CompanionsTests {

	@TempDir
	private Path directory;

	private Path copies;

	private Path library;

	@BeforeEach
	void compile() throws IOException {
		this.copies = Files.createDirectory(this.directory.resolve("copies"));
		this.library = NativeFixture.in(this.directory.resolve("app/lib"))
			.source(CompanionsTests.class, "companions.c")
			.option("-Wl,-soname,libmodel.so.1")
			.compile("model");
		write("model.txt", 7);
		write("../share/model.txt", 35);
	}

	@Test
	void areDataBesideIt() throws IOException {
		write("model.txt", 7);
		try (ModuleRegistry registry = registry()) {
			NativeModule module = add(registry, "model.txt", "../share");
			assertThat(module.exports(Model.class).answer()).isEqualTo(42);
			write("model.txt", 5);
			assertThat(module.exports(Model.class).answer()).isEqualTo(40);
			assertThat(module.reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(module.exports(Model.class).answer()).isEqualTo(40);
			assertThat(module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
			try (Stream<Path> left = Files.walk(this.copies)) {
				assertThat(left.filter((file) -> !file.getFileName().toString().equals(".lock"))).hasSize(2);
			}
			assertThat(this.directory.resolve("app/share/model.txt")).hasContent("35");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "plugins", "plugins/*.so", "*/lib{plugin,other}.so", "plugins/libplugin.so" })
	void arePlugInsThatNeedTheModule(String name) {
		plugin(100);
		try (ModuleRegistry registry = registry()) {
			NativeModule module = add(registry, "../share", "*.txt", name);
			assertThat(module.exports(Model.class).answer()).isEqualTo(42);
			assertThat(module.exports(Plugins.class).plugin()).isEqualTo(102);
			assertThat(module.exports(Plugins.class).plugin()).isEqualTo(104);
			plugin(200);
			assertThat(module.reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(module.exports(Plugins.class).plugin()).isEqualTo(202);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "other.txt", "*.png", "/etc/passwd", "", "[a" })
	void areRefusedIfTheyAreNotThere(String name) {
		try (ModuleRegistry registry = registry()) {
			assertThatExceptionOfType(UnreadableLibraryException.class).isThrownBy(() -> add(registry, name))
				.withMessageContaining("its companion '" + name + "' is n");
			assertThat(registry.modules()).isEmpty();
		}
	}

	private ModuleRegistry registry() {
		return ModuleRegistry.builder().directory(this.copies).build();
	}

	private NativeModule add(ModuleRegistry registry, String... companions) {
		return registry.add(new ModuleDefinition("model", this.library,
				ModuleOptions.builder()
					.kind(ModuleKind.PLAIN)
					.load(LoadOptions.DEFAULT.withCompanions(List.of(companions)))
					.build()));
	}

	private void write(String file, int number) throws IOException {
		Path path = this.directory.resolve("app/lib").resolve(file).normalize();
		Files.createDirectories(path.getParent());
		Files.writeString(path, String.valueOf(number));
	}

	private void plugin(int number) {
		NativeFixture.in(this.directory.resolve("app/lib/plugins"))
			.source("plugin.c",
					"int next(void);\n__attribute__((visibility(\"default\"))) int plugin(void);\n"
							+ "int plugin(void) { return " + number + " + next(); }")
			.option("-Wl,--no-as-needed")
			.option(this.library.toString())
			.compile("plugin");
	}

}
