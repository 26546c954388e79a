// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Installs greeter libraries at paths that a test chooses.
 */
final class Installed {

	private Installed() {
	}

	/** Installs a greeter at a path, and replaces the file there. */
	static Path greeter(Path path, String greeting) throws IOException {
		Files.createDirectories(path.getParent());
		Path copy = Files.copy(TestLibraries.greeter("policed_" + greeting, greeting), Path.of(path + ".new"));
		Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
		return Files.move(copy, path, StandardCopyOption.REPLACE_EXISTING);
	}

	static String sha256(Path library) throws IOException {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(library)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Returns a context with one module. */
	static ApplicationContextRunner runner(Path library, String... properties) {
		return ModuleContext.runner()
			.withPropertyValues(ModuleContext.module("greeter", library))
			.withPropertyValues(properties);
	}

	static void assertGreets(ApplicationContextRunner runner) {
		runner.run((context) -> assertThat(context.getBean(Greeter.class).greet("Ada")).isEqualTo("Hello, Ada"));
	}

	/** Asserts that the context fails to start with an exception of a type. */
	static <E extends Throwable> void assertRefused(ApplicationContextRunner runner, Class<E> type,
			Consumer<E> requirements) {
		runner.run((context) -> {
			assertThat(context).hasFailed();
			Throwable failure = context.getStartupFailure();
			while (!type.isInstance(failure)) {
				assertThat(failure.getCause()).as("cause of %s", failure).isNotNull();
				failure = failure.getCause();
			}
			requirements.accept(type.cast(failure));
		});
		assertThat(TestLibraries.mapped("greeter")).isEmpty();
	}

}
