// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.policy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.failure.ChecksumMismatchException;
import dev.relib.failure.LibrarySignatureException.Reason;
import dev.relib.failure.LibrarySignatureException;
import dev.relib.failure.WritableLibraryException;
import dev.relib.fixture.Signer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A library on the class path is treated alike, whether it is in a jar or in a directory,
 * as in an IDE, in tests and in many container images.
 */
class LibraryOnExplodedClassPathTests {

	private final Signer signer = new Signer();

	@TempDir
	private Path directory;

	private Path library;

	private URLClassLoader classes;

	private ApplicationContextRunner runner;

	@BeforeEach
	void install() throws IOException {
		this.library = Installed.greeter(this.directory.resolve("classes/native/libgreeter.so"), "Hello");
		this.classes = new URLClassLoader(new URL[] { this.directory.resolve("classes").toUri().toURL() },
				getClass().getClassLoader());
		this.runner = ModuleContext.runner()
			.withClassLoader(this.classes)
			.withPropertyValues("relib.modules.greeter.path=classpath:native/greeter");
	}

	@AfterEach
	void close() throws IOException {
		this.classes.close();
	}

	@Test
	void needsNoAllowedDirectory() {
		Installed.assertGreets(this.runner.withPropertyValues("relib.policy.allowed-directories=/nowhere"));
	}

	@Test
	void mayBeWritableByOthers() throws IOException {
		openToAll();
		Installed.assertGreets(this.runner);
		ModuleContext.runner()
			.withClassLoader(this.classes)
			.withBean(Located.class)
			.run((context) -> assertThat(context.getBean(Located.class).greeter().greet("Ada"))
				.isEqualTo("Hello, Ada"));
	}

	@Test
	void isRefusedAtItsPath() throws IOException {
		openToAll();
		Installed.assertRefused(Installed.runner(this.library), WritableLibraryException.class,
				(ex) -> assertThat(ex.writable()).isEqualTo(this.library));
	}

	@Test
	void isRefusedForItsChecksum() {
		Installed.assertRefused(this.runner.withPropertyValues("relib.modules.greeter.sha256=00"),
				ChecksumMismatchException.class, (ex) -> assertThat(ex.expected()).isEqualTo("00"));
	}

	@Test
	void needsASignature() throws IOException {
		ApplicationContextRunner signed = this.runner.withPropertyValues("relib.policy.public-keys="
				+ Files.writeString(this.directory.resolve("key.pem"), this.signer.pem()).toUri());
		Installed.assertRefused(signed, LibrarySignatureException.class,
				(ex) -> assertThat(ex.reason()).isEqualTo(Reason.MISSING));
		this.signer.signBeside(this.library);
		Installed.assertGreets(signed);
	}

	private void openToAll() throws IOException {
		Files.setPosixFilePermissions(this.library, PosixFilePermissions.fromString("rwxrwxrwx"));
		Files.setPosixFilePermissions(this.library.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
	}

	record Located(@RelibModule("classpath:native/greeter") Greeter greeter) {

	}

}
