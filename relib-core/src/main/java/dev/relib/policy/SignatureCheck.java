package dev.relib.policy;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;

import dev.relib.TrustedKey;

/**
 * Checks a signature with one key.
 *
 * @param key the key
 */
record SignatureCheck(TrustedKey key) {

	/**
	 * Whether the owner of the key has signed some content. Ed25519 needs all of it at
	 * once. For a signature that no key can have made the JVM throws.
	 * @param content the content that may be signed
	 * @param signature a signature, 64 bytes
	 */
	boolean accepts(byte[] content, byte[] signature) {
		try {
			Signature verifier = Signature.getInstance(this.key.key().getAlgorithm());
			verifier.initVerify(this.key.key());
			verifier.update(content);
			return verifier.verify(signature);
		}
		catch (SignatureException ex) {
			return false;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("the key was usable before", ex);
		}
	}

}
