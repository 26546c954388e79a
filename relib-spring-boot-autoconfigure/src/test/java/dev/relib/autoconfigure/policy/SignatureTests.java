// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.relib.ModuleRegistry;
import dev.relib.RelibModule;
import dev.relib.TrustedKey;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.failure.LibrarySignatureException.Reason;
import dev.relib.failure.LibrarySignatureException;
import dev.relib.fixture.Signer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With a configured public key, every library needs a signature.
 */
class SignatureTests {

	private final Signer ada = new Signer();

	private final Signer bob = new Signer();

	@TempDir
	private Path directory;

	private Path library;

	private ApplicationContextRunner runner;

	@BeforeEach
	void install() throws IOException {
		this.library = Installed.greeter(this.directory.resolve("native/libgreeter.so"), "Hello");
		Path pem = Files.writeString(this.directory.resolve("ada.pem"), this.ada.pem());
		Path der = Files.write(this.directory.resolve("bob.der"), this.bob.der());
		this.runner = Installed.runner(this.library, "relib.policy.public-keys=" + pem + "," + der.toUri());
	}

	@Test
	void areNotNeededWithoutAKey() {
		Installed.assertGreets(Installed.runner(this.library));
		Installed.runner(this.library)
			.run((context) -> assertThat(signedBy(context.getBean(ModuleRegistry.class))).isNull());
	}

	@Test
	void ofOneOfTheKeysSuffice() throws IOException {
		for (Signer signer : new Signer[] { this.ada, this.bob }) {
			signer.signBeside(this.library);
			Installed.assertGreets(this.runner);
			this.runner.run((context) -> assertThat(signedBy(context.getBean(ModuleRegistry.class)))
				.isEqualTo(TrustedKey.parse("key", signer.der()).fingerprint()));
		}
	}

	@Test
	void areRequiredWithAKey() {
		assertRefused(this.runner, Reason.MISSING);
	}

	@Test
	void areRequiredBeforeTheFileIsParsed() throws IOException {
		Files.writeString(this.library, "not a library");
		assertRefused(this.runner, Reason.MISSING);
	}

	@Test
	void ofAnotherKeyAreRefused() throws IOException {
		new Signer().signBeside(this.library);
		assertRefused(this.runner, Reason.OTHER_KEY);
	}

	@Test
	void mayBeElsewhere() throws IOException {
		Path signature = Files.write(this.directory.resolve("signature"), this.ada.sign(this.library));
		Installed.assertGreets(this.runner.withPropertyValues("relib.modules.greeter.signature=" + signature));
		assertRefused(
				this.runner.withPropertyValues("relib.modules.greeter.signature=" + this.directory.resolve("none")),
				Reason.MISSING);
		assertRefused(this.runner.withPropertyValues("relib.modules.greeter.signature=classpath:none.sig"),
				Reason.MISSING);
	}

	@Test
	void requireAConfiguredKey() {
		assertRefused(Installed.runner(this.library, "relib.modules.greeter.signature=" + this.library), Reason.NO_KEY);
	}

	@Test
	void areNeededByLibrariesThatAreNotConfigured() {
		TestLibraries.greeter();
		assertRefused(ModuleContext.runner()
			.withPropertyValues("relib.policy.public-keys=" + this.directory.resolve("ada.pem"))
			.withBean(Located.class), Reason.MISSING);
	}

	private static void assertRefused(ApplicationContextRunner runner, Reason reason) {
		Installed.assertRefused(runner, LibrarySignatureException.class,
				(ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

	private static String signedBy(ModuleRegistry registry) {
		return registry.get("greeter").info().serving().signedBy();
	}

	record Located(@RelibModule("target/test-modules/greeter/greeter") Greeter greeter) {

	}

}
