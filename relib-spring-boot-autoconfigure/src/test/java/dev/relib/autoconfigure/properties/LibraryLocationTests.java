// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.properties;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class LibraryLocationTests {

	private final ApplicationContextRunner runner = ModuleContext.runner();

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "target/test-modules/greeter/libgreeter.so", "target/test-modules/greeter/greeter",
			"./target/x/../test-modules/greeter/greeter", "file:target/test-modules/greeter/libgreeter.so",
			"file:./target/test-modules/greeter/greeter" })
	void takesAPathBelowTheWorkingDirectory(String location) {
		TestLibraries.greeter();
		assertLoads(this.runner, location, TestLibraries.greeter());
	}

	@Test
	void takesAnAbsolutePath() {
		Path library = TestLibraries.greeter();
		assertLoads(this.runner, library.toString(), library);
		assertLoads(this.runner, library.toUri().toString(), library);
		assertLoads(this.runner, "file:" + library.resolveSibling("greeter"), library);
	}

	@Test
	void takesAResourceInADirectory() throws IOException {
		Path library = TestLibraries.compileGreeter(this.directory.resolve("native"), "greeter", "Hello", "1.0.0");
		try (URLClassLoader classes = classes(this.directory)) {
			ApplicationContextRunner scoped = this.runner.withClassLoader(classes);
			assertLoads(scoped, "classpath:native/libgreeter.so", library);
			assertLoads(scoped, "classpath:/native/greeter", library);
		}
	}

	@Test
	void takesAResourceAtTheRootOfTheClassPath() throws IOException {
		Path library = Files.copy(TestLibraries.greeter(), this.directory.resolve("libgreeter.so"));
		try (URLClassLoader classes = classes(this.directory)) {
			assertLoads(this.runner.withClassLoader(classes), "classpath:greeter", library);
		}
	}

	@Test
	void copiesAResourceInAJarOnce() throws IOException {
		try (URLClassLoader classes = classes(jar())) {
			this.runner.withClassLoader(classes)
				.withPropertyValues("relib.directory=" + this.directory,
						"relib.modules.first.path=classpath:native/greeter")
				.withBean(InJar.class)
				.run((context) -> {
					InJar consumer = context.getBean(InJar.class);
					assertThat(consumer.named.greet("Ada")).isEqualTo("Hello, Ada");
					assertThat(consumer.located).isSameAs(consumer.named);
					NativeModule module = context.getBean(ModuleRegistry.class).get("first");
					assertThat(context.getBean(ModuleRegistry.class).modules()).containsExactly(module);
					assertThat(module.info().path()).startsWith(this.directory).exists();
					module.reload();
					assertThat(consumer.named.greet("Ada")).isEqualTo("Hello, Ada");
				});
		}
		assertThat(this.directory).isDirectoryNotContaining(Files::isDirectory);
	}

	@Test
	void namesAModuleAfterItsResource() throws IOException {
		try (URLClassLoader classes = classes(jar())) {
			this.runner.withClassLoader(classes)
				.withBean(OnlyInJar.class)
				.run((context) -> assertThat(context.getBean(ModuleRegistry.class).modules())
					.extracting(NativeModule::name)
					.containsExactly("greeter"));
		}
	}

	private void assertLoads(ApplicationContextRunner runner, String location, Path library) {
		runner.withPropertyValues("relib.modules.greeter.path=" + location).run((context) -> {
			assertThat(context.getBean("greeter", Greeter.class).greet("Ada")).isEqualTo("Hello, Ada");
			assertThat(context.getBean(ModuleRegistry.class).get("greeter").info().path()).isEqualTo(library);
		});
	}

	private static URLClassLoader classes(Path root) throws IOException {
		return new URLClassLoader(new URL[] { root.toUri().toURL() }, LibraryLocationTests.class.getClassLoader());
	}

	private Path jar() throws IOException {
		Path jar = this.directory.resolve("natives.jar");
		try (JarOutputStream content = new JarOutputStream(Files.newOutputStream(jar))) {
			content.putNextEntry(new JarEntry("native/libgreeter.so"));
			Files.copy(TestLibraries.greeter(), content);
			content.closeEntry();
		}
		return jar;
	}

	record InJar(@RelibModule("first") Greeter named, @RelibModule("classpath:/native/libgreeter.so") Greeter located) {

	}

	record OnlyInJar(@RelibModule("classpath:native/libgreeter.so") Greeter greeter) {

	}

}
