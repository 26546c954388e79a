// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.failure.ChecksumMismatchException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ChecksumTests {

	@TempDir
	private Path directory;

	private Path library;

	private String expected;

	private ApplicationContextRunner runner;

	@BeforeEach
	void install() throws Exception {
		this.library = Installed.greeter(this.directory.resolve("libgreeter.so"), "Hello");
		this.expected = Installed.sha256(this.library);
		this.runner = Installed.runner(this.library, "relib.modules.greeter.sha256=" + this.expected);
	}

	@Test
	void takesTheExpectedLibrary() {
		Installed.assertGreets(this.runner);
	}

	@Test
	void refusesAnotherLibrary() throws Exception {
		Installed.greeter(this.library, "Hi");
		String actual = Installed.sha256(this.library);
		assertRefused((ex) -> {
			assertThat(ex.expected()).isEqualTo(this.expected);
			assertThat(ex.actual()).isEqualTo(actual);
			assertThat(ex).hasMessageContaining(this.expected).hasMessageContaining(actual);
		});
	}

	@Test
	void refusesAnotherFileBeforeItIsParsed() throws IOException {
		Files.writeString(this.library, "not a library");
		assertRefused((ex) -> assertThat(ex.fix()).contains("relib.modules.greeter.sha256"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "relib.modules.greeter.kind=plain", "relib.modules.greeter.kind=upstream",
			"relib.modules.greeter.threading=owner", "relib.unloading=false", "relib.unpin=false" })
	void refusesAnotherLibraryWithEveryOption(String property) throws IOException {
		Installed.greeter(this.library, "Hi");
		Installed.assertRefused(this.runner.withPropertyValues(property), ChecksumMismatchException.class,
				(ex) -> assertThat(ex.expected()).isEqualTo(this.expected));
	}

	@Test
	void refusesAReloadOfAnotherLibrary() {
		this.runner.run((context) -> {
			NativeModule module = context.getBean(ModuleRegistry.class).get("greeter");
			Installed.greeter(this.library, "Hi");
			assertThatExceptionOfType(ChecksumMismatchException.class).isThrownBy(module::reload);
			assertThat(context.getBean(Greeter.class).greet("Ada")).isEqualTo("Hello, Ada");
			Installed.greeter(this.library, "Hello");
			module.reload();
		});
	}

	private void assertRefused(Consumer<ChecksumMismatchException> requirements) {
		Installed.assertRefused(this.runner, ChecksumMismatchException.class, requirements);
	}

}
