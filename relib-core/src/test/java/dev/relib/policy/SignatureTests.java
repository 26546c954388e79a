// SPDX-License-Identifier: Apache-2.0
package dev.relib.policy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import dev.relib.LibraryPolicy;
import dev.relib.TrustedKey;
import dev.relib.failure.LibrarySignatureException.Reason;
import dev.relib.failure.LibrarySignatureException;
import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.OnOneJdk;
import dev.relib.fixture.Signer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@OnOneJdk
class SignatureTests {

	private final Signer ada = new Signer();

	private final Signer bob = new Signer();

	private final LibraryPolicy policy = LibraryPolicy.builder().keys(List.of(key(this.ada), key(this.bob))).build();

	@TempDir
	private Path directory;

	private Path library;

	private Path signature;

	@BeforeEach
	void create() throws IOException {
		this.library = Policed.library(this.directory.resolve("libgreeter.so"));
		this.signature = this.directory.resolve("libgreeter.so.sig");
	}

	@Test
	void takesWhatOneOfTheKeysHasSigned() throws IOException {
		this.bob.signBeside(this.library);
		assertThat(Policed.assertTaken(this.policy, this.library).signedBy()).isEqualTo(key(this.bob).fingerprint());
		this.ada.signBeside(this.library);
		assertThat(Policed.assertTaken(this.policy, this.library).signedBy()).isEqualTo(key(this.ada).fingerprint());
	}

	@Test
	void takesASignatureFromElsewhere() throws IOException {
		Path elsewhere = Files.write(this.directory.resolve("signature"), this.ada.sign(this.library));
		Policed.assertTaken(this.policy.toBuilder().signature(elsewhere).build(), this.library);
		assertRefused(Reason.MISSING, this.policy);
	}

	@Test
	void refusesWhatIsNotSigned() {
		LibrarySignatureException ex = assertRefused(Reason.MISSING, this.policy);
		assertThat(ex.problem()).isEqualTo("there is no signature " + this.signature);
		assertThat(ex.fix()).contains("relib.modules.greeter.signature");
	}

	@Test
	void refusesWhatSomebodyElseHasSigned() throws IOException {
		new Signer().signBeside(this.library);
		assertThat(assertRefused(Reason.OTHER_KEY, this.policy).problem()).contains("relib.policy.public-keys");
	}

	@Test
	void refusesTheSignatureOfAnotherLibrary() throws IOException {
		Files.write(this.signature, this.ada.sign(Policed.library(this.directory.resolve("libother.so"))));
		assertRefused(Reason.OTHER_KEY, this.policy);
	}

	@Test
	void refusesALibraryThatHasChanged() throws IOException {
		this.ada.signBeside(this.library);
		Files.writeString(this.library, "!");
		assertRefused(Reason.OTHER_KEY, this.policy);
	}

	@Test
	void refusesWhatIsNoSignature() throws IOException {
		byte[] good = this.ada.sign(this.library);
		for (int length : new int[] { 0, 63, 65, 1000 }) {
			byte[] bad = new byte[length];
			System.arraycopy(good, 0, bad, 0, Math.min(length, good.length));
			Files.write(this.signature, bad);
			assertRefused(Reason.MALFORMED, this.policy);
		}
		byte[] impossible = new byte[64];
		Arrays.fill(impossible, (byte) 0xff);
		Files.write(this.signature, impossible);
		assertRefused(Reason.OTHER_KEY, this.policy);
	}

	@Test
	void refusesWhatDoesNotFitIntoMemory() {
		ChildJvm.Result result = new ChildJvm().option("-Xmx64m").run(SmallHeap.class, this.directory.toString());
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.output()).contains("the library is too large for the heap. Give the JVM a heap of");
	}

	@Test
	void waitsForNoPipe() {
		Policed.pipe(this.signature);
		assertRefused(Reason.MISSING, this.policy);
	}

	@Test
	void isNotIgnoredForWantOfAKey() throws IOException {
		this.ada.signBeside(this.library);
		Policed.assertTaken(LibraryPolicy.DEFAULT, this.library);
		assertThat(assertRefused(Reason.NO_KEY, LibraryPolicy.builder().signature(this.signature).build()).fix())
			.contains("relib.policy.public-keys");
	}

	static final class SmallHeap {

		public static void main(String[] arguments) throws IOException {
			Signer signer = new Signer();
			Path directory = Path.of(arguments[0]);
			Path library = Policed.library(directory.resolve("liblarge.so"));
			signer.signBeside(library);
			try (RandomAccessFile file = new RandomAccessFile(library.toFile(), "rw")) {
				file.setLength(100_000_000);
			}
			System.out.println(Policed.assertRefused(LibrarySignatureException.class,
					LibraryPolicy.builder().keys(List.of(key(signer))).build(), library));
		}

	}

	private static TrustedKey key(Signer signer) {
		return TrustedKey.parse("key", signer.der());
	}

	private LibrarySignatureException assertRefused(Reason reason, LibraryPolicy policy) {
		LibrarySignatureException ex = Policed.assertRefused(LibrarySignatureException.class, policy, this.library);
		assertThat(ex.reason()).isEqualTo(reason);
		return ex;
	}

}
