// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.failure.WritableLibraryException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Libraries that other users can change are refused unless the policy allows them.
 */
class WritableLibraryTests {

	@TempDir
	private Path directory;

	private Path library;

	@BeforeEach
	void install() throws IOException {
		this.library = Installed.greeter(this.directory.resolve("native/libgreeter.so"), "Hello");
	}

	@Test
	void areRefusedByDefault() throws IOException {
		openToAll(this.library);
		Installed.assertRefused(Installed.runner(this.library), WritableLibraryException.class,
				(ex) -> assertThat(ex.writable()).isEqualTo(this.library));
	}

	@Test
	void areRefusedForAWritableDirectoryAboveThem() throws IOException {
		Path parent = this.library.getParent().toRealPath();
		openToAll(parent);
		Installed.assertRefused(Installed.runner(this.library), WritableLibraryException.class,
				(ex) -> assertThat(ex.writable()).isEqualTo(parent));
	}

	@Test
	void areRefusedBeforeTheyAreRead() throws IOException {
		openToAll(Files.writeString(this.library, "not a library"));
		Installed.assertRefused(Installed.runner(this.library), WritableLibraryException.class,
				(ex) -> assertThat(ex.fix()).contains("relib.policy.allow-writable"));
	}

	@Test
	void areTakenIfAllowed() throws IOException {
		openToAll(this.library);
		openToAll(this.library.getParent());
		Installed.assertGreets(Installed.runner(this.library, "relib.policy.allow-writable=true"));
	}

	@Test
	void doNotReplaceAServingGeneration() {
		Installed.runner(this.library).run((context) -> {
			NativeModule module = context.getBean(ModuleRegistry.class).get("greeter");
			openToAll(this.library);
			assertThatExceptionOfType(WritableLibraryException.class).isThrownBy(module::reload);
			assertThat(context.getBean(Greeter.class).greet("Ada")).isEqualTo("Hello, Ada");
		});
	}

	private static void openToAll(Path path) throws IOException {
		Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
	}

}
