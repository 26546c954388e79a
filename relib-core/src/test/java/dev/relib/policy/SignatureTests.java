package dev.relib.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;

import dev.relib.policy.LibrarySignatureException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureTests {

	private final Signer ada;

	private final Signer bob;

	private final LibraryPolicy policy;

	@TempDir
	private Path directory;

	private Path library;

	private Path signature;

	SignatureTests() throws GeneralSecurityException {
		this.ada = new Signer();
		this.bob = new Signer();
		this.policy = LibraryPolicy.DEFAULT.withKeys(List.of(this.ada.key(), this.bob.key()));
	}

	@BeforeEach
	void create() throws IOException {
		this.library = Policed.library(this.directory.resolve("libgreeter.so"));
		this.signature = this.directory.resolve("libgreeter.so.sig");
	}

	@Test
	void takesWhatOneOfTheKeysHasSigned() throws Exception {
		Files.write(this.signature, this.bob.sign(this.library));
		assertThat(Policed.assertTaken(this.policy, this.library).signedBy()).isEqualTo(this.bob.key().fingerprint());
		Files.write(this.signature, this.ada.sign(this.library));
		assertThat(Policed.assertTaken(this.policy, this.library).signedBy()).isEqualTo(this.ada.key().fingerprint());
	}

	@Test
	void takesASignatureFromElsewhere() throws Exception {
		Path elsewhere = Files.write(this.directory.resolve("signature"), this.ada.sign(this.library));
		Policed.assertTaken(this.policy.withSignature(elsewhere), this.library);
		assertRefused(Reason.MISSING, this.policy);
	}

	@Test
	void refusesWhatIsNotSigned() {
		LibrarySignatureException ex = assertRefused(Reason.MISSING, this.policy);
		assertThat(ex.problem()).isEqualTo("there is no signature " + this.signature);
		assertThat(ex.fix()).contains("relib.modules.greeter.signature");
	}

	@Test
	void refusesWhatSomebodyElseHasSigned() throws Exception {
		Files.write(this.signature, new Signer().sign(this.library));
		assertThat(assertRefused(Reason.OTHER_KEY, this.policy).problem()).contains("relib.policy.public-keys");
	}

	@Test
	void refusesTheSignatureOfAnotherLibrary() throws Exception {
		Files.write(this.signature, this.ada.sign(Policed.library(this.directory.resolve("libother.so"))));
		assertRefused(Reason.OTHER_KEY, this.policy);
	}

	@Test
	void refusesALibraryThatHasChanged() throws Exception {
		Files.write(this.signature, this.ada.sign(this.library));
		Files.writeString(this.library, "!");
		assertRefused(Reason.OTHER_KEY, this.policy);
	}

	@Test
	void refusesWhatIsNoSignature() throws Exception {
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
	void waitsForNoPipe() {
		Policed.pipe(this.signature);
		assertRefused(Reason.MISSING, this.policy);
	}

	@Test
	void isNotIgnoredForWantOfAKey() throws Exception {
		Files.write(this.signature, this.ada.sign(this.library));
		Policed.assertTaken(LibraryPolicy.DEFAULT, this.library);
		assertThat(assertRefused(Reason.NO_KEY, LibraryPolicy.DEFAULT.withSignature(this.signature)).fix())
			.contains("relib.policy.public-keys");
	}

	@Test
	void isRequiredOfBytesAlone() {
		assertRefused(Reason.MISSING, this.policy.ofBytes());
	}

	private LibrarySignatureException assertRefused(Reason reason, LibraryPolicy policy) {
		LibrarySignatureException ex = Policed.assertRefused(LibrarySignatureException.class, policy, this.library);
		assertThat(ex.reason()).isEqualTo(reason);
		return ex;
	}

}
