// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.policy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.failure.ChecksumMismatchException;
import dev.relib.failure.LibrarySignatureException.Reason;
import dev.relib.failure.LibrarySignatureException;
import dev.relib.fixture.Signer;
import dev.relib.spring.UnverifiedResourceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A library in a jar has no directory: the policy checks its content only.
 */
class LibraryInJarTests {

	private final Signer signer = new Signer();

	@TempDir
	private Path directory;

	private URLClassLoader classes;

	@AfterEach
	void close() throws IOException {
		this.classes.close();
	}

	@Test
	void needsNoAllowedDirectory() throws IOException {
		Installed.assertGreets(runner(null).withPropertyValues("relib.policy.allowed-directories=/nowhere"));
	}

	@Test
	void isRefusedForItsChecksum() throws IOException {
		Installed.assertRefused(runner(null).withPropertyValues("relib.modules.greeter.sha256=00"),
				ChecksumMismatchException.class, (ex) -> assertThat(ex.expected()).isEqualTo("00"));
	}

	@Test
	void isVerifiedByTheSignatureBesideIt() throws IOException {
		byte[] signature = this.signer.sign(TestLibraries.greeter());
		Installed.assertGreets(runner(signature).withPropertyValues(keys()));
		located(signature).run(
				(context) -> assertThat(context.getBean(Located.class).greeter().greet("Ada")).isEqualTo("Hello, Ada"));
	}

	@Test
	void isRefusedWithAnotherSignature() throws IOException {
		byte[] signature = new Signer().sign(TestLibraries.greeter());
		assertRefused(runner(signature).withPropertyValues(keys()), Reason.OTHER_KEY, "libgreeter.so.sig");
		assertRefused(located(signature), Reason.OTHER_KEY, "libgreeter.so.sig");
	}

	@Test
	void isRefusedWithoutASignature() throws IOException {
		assertRefused(runner(null).withPropertyValues(keys()), Reason.MISSING,
				"there is no signature classpath:native/libgreeter.so.sig");
		assertRefused(located(null), Reason.MISSING, "there is no signature classpath:native/libgreeter.so.sig");
	}

	@Test
	void needsAChecksumOrSignatureOutsideTheClassPath() throws IOException {
		String path = "relib.modules.greeter.path=jar:" + this.directory.resolve("natives.jar").toUri()
				+ "!/native/libgreeter.so";
		ApplicationContextRunner elsewhere = inJar(this.signer.sign(TestLibraries.greeter())).withPropertyValues(path);
		Installed.assertRefused(elsewhere, UnverifiedResourceException.class, (ex) -> {
			assertThat(ex).hasMessageContaining("!/native/libgreeter.so");
			assertThat(ex.fix()).contains("relib.modules.greeter.sha256", "relib.policy.public-keys");
		});
		Installed.assertGreets(elsewhere.withPropertyValues("relib.policy.allow-writable=true"));
		Installed.assertGreets(elsewhere
			.withPropertyValues("relib.modules.greeter.sha256=" + Installed.sha256(TestLibraries.greeter())));
		Installed.assertGreets(elsewhere.withPropertyValues(keys()));
	}

	private ApplicationContextRunner runner(byte[] signature) throws IOException {
		return inJar(signature).withPropertyValues("relib.modules.greeter.path=classpath:native/greeter");
	}

	private ApplicationContextRunner located(byte[] signature) throws IOException {
		return inJar(signature).withPropertyValues(keys()).withBean(Located.class);
	}

	private String keys() throws IOException {
		return "relib.policy.public-keys="
				+ Files.writeString(this.directory.resolve("key.pem"), this.signer.pem()).toUri();
	}

	private ApplicationContextRunner inJar(byte[] signature) throws IOException {
		if (this.classes != null) {
			this.classes.close();
		}
		Path jar = this.directory.resolve("natives.jar");
		try (JarOutputStream content = new JarOutputStream(Files.newOutputStream(jar))) {
			content.putNextEntry(new JarEntry("native/libgreeter.so"));
			Files.copy(TestLibraries.greeter(), content);
			content.closeEntry();
			if (signature != null) {
				content.putNextEntry(new JarEntry("native/libgreeter.so.sig"));
				content.write(signature);
				content.closeEntry();
			}
		}
		this.classes = new URLClassLoader(new URL[] { jar.toUri().toURL() }, getClass().getClassLoader());
		return ModuleContext.runner()
			.withClassLoader(this.classes)
			.withPropertyValues("relib.directory=" + this.directory);
	}

	private static void assertRefused(ApplicationContextRunner runner, Reason reason, String problem) {
		Installed.assertRefused(runner, LibrarySignatureException.class, (ex) -> {
			assertThat(ex.reason()).isEqualTo(reason);
			assertThat(ex.problem()).contains(problem);
		});
	}

	record Located(@RelibModule("classpath:native/greeter") Greeter greeter) {

	}

}
