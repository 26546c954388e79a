// SPDX-License-Identifier: Apache-2.0
package dev.relib.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.relib.LibraryPolicy;
import dev.relib.TrustedKey;
import dev.relib.failure.ChecksumMismatchException;
import dev.relib.failure.LibrarySignatureException.Reason;
import dev.relib.failure.LibrarySignatureException;
import dev.relib.image.PrivateCopy;
import dev.relib.module.ModuleSource;

/**
 * Checks the bytes of a private copy, which no other user can change.
 */
final class ContentCheck {

	private static final int SIGNATURE_LENGTH = 64;

	private final ModuleSource source;

	private final LibraryPolicy policy;

	ContentCheck(ModuleSource source, LibraryPolicy policy) {
		this.source = source;
		this.policy = policy;
	}

	/**
	 * Checks checksum and signature.
	 * @param copy the copy
	 * @return the copy, with the fingerprint of the key that has signed it, if the policy
	 * requires a signature
	 * @throws ChecksumMismatchException if its checksum differs from the policy's
	 * @throws LibrarySignatureException if it lacks the signature that the policy
	 * requires
	 */
	PrivateCopy require(PrivateCopy copy) {
		String expected = this.policy.sha256();
		if (expected != null && !expected.strip().equalsIgnoreCase(copy.sha256())) {
			throw new ChecksumMismatchException(this.source, expected.strip(), copy.sha256());
		}
		return (this.policy.keys().isEmpty() && this.policy.signature() == null) ? copy : requireSigned(copy);
	}

	private PrivateCopy requireSigned(PrivateCopy copy) {
		Path file = (this.policy.signature() != null) ? this.policy.signature()
				: Path.of(this.source.file() + LibraryPolicy.SIGNATURE_EXTENSION);
		if (this.policy.keys().isEmpty()) {
			throw new LibrarySignatureException(this.source, Reason.NO_KEY, file);
		}
		byte[] signature = signature(file);
		return signer(copy, signature, file).map((key) -> copy.withSignedBy(key.fingerprint()))
			.orElseThrow(() -> new LibrarySignatureException(this.source, Reason.OTHER_KEY, file));
	}

	private Optional<TrustedKey> signer(PrivateCopy copy, byte[] signature, Path file) {
		try {
			byte[] content = copy.content(this.source);
			return this.policy.keys().stream().filter((key) -> key.hasSigned(content, signature)).findFirst();
		}
		catch (OutOfMemoryError ex) {
			throw new LibrarySignatureException(this.source, Reason.TOO_LARGE, file);
		}
	}

	private byte[] signature(Path file) {
		if (!Files.isRegularFile(file)) {
			throw new LibrarySignatureException(this.source, Reason.MISSING, file);
		}
		byte[] signature;
		try (InputStream content = Files.newInputStream(file)) {
			signature = content.readNBytes(SIGNATURE_LENGTH + 1);
		}
		catch (IOException ex) {
			throw new LibrarySignatureException(this.source, file, ex);
		}
		if (signature.length != SIGNATURE_LENGTH) {
			throw new LibrarySignatureException(this.source, Reason.MALFORMED, file);
		}
		return signature;
	}

}
