// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.diagnostics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.failure.ChecksumMismatchException;
import dev.relib.failure.ForbiddenLocationException;
import dev.relib.failure.LibrarySignatureException;
import dev.relib.failure.UnusableKeyException;
import dev.relib.failure.WritableLibraryException;
import dev.relib.fixture.Signer;
import dev.relib.spring.EmptyPolicyException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The policy refuses a library.
 */
class RefusedLibraryTests {

	@TempDir
	private Path directory;

	private Path library;

	@BeforeEach
	void install() throws IOException {
		this.directory = this.directory.toRealPath();
		this.library = Files.copy(TestLibraries.greeter(), this.directory.resolve("libgreeter.so"));
	}

	@Test
	void explainsAForbiddenLocation() {
		assertAnalysis("relib.policy.allowed-directories=/usr,/nowhere", ForbiddenLocationException.class,
				"its real directory is " + this.directory
						+ ", and libraries are allowed in /usr, /nowhere (which does not exist) only.",
				"Install it there, or add its directory to relib.policy.allowed-directories.");
	}

	@Test
	void explainsALibraryThatOthersCanChange() throws IOException {
		Files.setPosixFilePermissions(this.library, PosixFilePermissions.fromString("rwxr-xrwx"));
		assertAnalysis("relib.policy.allow-writable=false", WritableLibraryException.class,
				"everybody can write to " + this.library + ", which belongs to " + Files.getOwner(this.library) + ".",
				"Run \"chmod o-w " + this.library
						+ "\", or set relib.policy.allow-writable to true to trust whoever can change it.");
	}

	@Test
	void explainsAnotherChecksum() {
		FailureAnalysis analysis = analyze("relib.modules.greeter.sha256=0123");
		assertThat(analysis.getCause()).isInstanceOf(ChecksumMismatchException.class);
		assertThat(analysis.getDescription()).contains("its SHA-256 is ",
				", expected is '0123', which is no SHA-256: it does not have 64 hexadecimal digits.");
		assertThat(analysis.getAction()).isEqualTo("Install the expected library, or set relib.modules.greeter.sha256 "
				+ "to the checksum of this one if it is to be trusted.");
	}

	@Test
	void explainsAMissingSignature() throws IOException {
		Path key = Files.writeString(this.directory.resolve("key.pem"), new Signer().pem());
		assertAnalysis("relib.policy.public-keys=" + key, LibrarySignatureException.class,
				"there is no signature " + this.library + ".sig.",
				"Put the library's Ed25519 signature there, or say where it is with relib.modules.greeter.signature. "
						+ "With openssl: \"openssl pkeyutl -sign -rawin -inkey <key> -in <library> -out <signature>\".");
	}

	@Test
	void explainsAForeignSignature() throws IOException {
		Path key = Files.writeString(this.directory.resolve("key.pem"), new Signer().pem());
		new Signer().signBeside(this.library);
		assertAnalysis("relib.policy.public-keys=" + key, LibrarySignatureException.class,
				"its signature " + this.library + ".sig fits none of the keys in relib.policy.public-keys.",
				"Install the library that was signed with one of them, or sign this one if it is to be trusted.");
	}

	@Test
	void explainsAMissingKey() {
		FailureAnalysis analysis = analyze("relib.policy.public-keys=classpath:none.pem");
		assertThat(analysis.getCause()).isInstanceOf(UnusableKeyException.class);
		assertThat(analysis.getDescription())
			.startsWith("The public key classpath:none.pem can not be used: it can not be read (");
		assertThat(analysis.getAction()).startsWith("Set the property relib.policy.public-keys to ");
	}

	@Test
	void explainsAnInvalidKey() {
		FailureAnalysis analysis = analyze("relib.policy.public-keys=" + this.library);
		assertThat(analysis.getCause()).isInstanceOf(UnusableKeyException.class);
		assertThat(analysis.getDescription())
			.startsWith("The public key " + this.library + " can not be used: it is no Ed25519 public key (");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "allowed-directories=", "allowed-directories=/usr,,/opt", "public-keys=", "public-keys=," })
	void explainsAnEmptyRestriction(String property) {
		FailureAnalysis analysis = analyze("relib.policy." + property);
		assertThat(analysis.getCause()).isInstanceOf(EmptyPolicyException.class);
		assertThat(analysis.getDescription()).isEqualTo("The property relib.policy."
				+ property.substring(0, property.indexOf('=')) + " is empty or contains an empty value.");
		assertThat(analysis.getAction())
			.isEqualTo("Set the property to its values, or remove it to lift the restriction.");
	}

	private FailureAnalysis analyze(String property) {
		return Analyses
			.of(ModuleContext.runner().withPropertyValues(ModuleContext.module("greeter", this.library), property));
	}

	private void assertAnalysis(String property, Class<?> cause, String problem, String action) {
		FailureAnalysis analysis = analyze(property);
		assertThat(analysis.getCause()).isInstanceOf(cause);
		assertThat(analysis.getDescription())
			.isEqualTo("The native module 'greeter' could not be loaded from " + this.library + ": " + problem);
		assertThat(analysis.getAction()).isEqualTo(action);
	}

}
