// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.relib.failure.UnusableKeyException;

/**
 * An Ed25519 public key whose owner's libraries may be loaded. Immutable.
 *
 * @param key the key
 * @param fingerprint the SHA-256 of the key's X.509 encoding, in lower-case hexadecimal
 */
public record TrustedKey(PublicKey key, String fingerprint) {

	private static final String ALGORITHM = "Ed25519";

	private static final Pattern PEM = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

	/**
	 * Reads a key.
	 * @param location where the content comes from, for the messages of exceptions
	 * @param content the X.509 SubjectPublicKeyInfo of an Ed25519 key, as PEM or DER
	 * @return the key
	 * @throws UnusableKeyException if the content is anything else
	 */
	public static TrustedKey parse(String location, byte[] content) {
		try {
			PublicKey key = KeyFactory.getInstance(ALGORITHM)
				.generatePublic(new X509EncodedKeySpec(encoded(location, content)));
			verifier(key);
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
			return new TrustedKey(key, HexFormat.of().formatHex(digest));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			throw new UnusableKeyException(location, "it is no Ed25519 public key (" + ex.getMessage() + ")", ex);
		}
	}

	private static byte[] encoded(String location, byte[] content) {
		Matcher pem = PEM.matcher(new String(content, StandardCharsets.ISO_8859_1));
		if (!pem.find()) {
			return content;
		}
		if (!pem.group(1).equals("PUBLIC KEY")) {
			throw new UnusableKeyException(location, "it is a " + pem.group(1) + ", not a PUBLIC KEY");
		}
		byte[] encoded = Base64.getMimeDecoder().decode(pem.group(2));
		if (pem.find()) {
			throw new UnusableKeyException(location, "there is more than one in it");
		}
		return encoded;
	}

	/**
	 * Tells whether the owner of this key has signed some content.
	 * @param content the whole content, as Ed25519 requires
	 * @param signature 64 bytes that may be its signature
	 * @return {@code false} also for bytes that are no signature
	 * @throws IllegalStateException if this key is no Ed25519 key
	 */
	public boolean hasSigned(byte[] content, byte[] signature) {
		try {
			Signature verifier = verifier(this.key);
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

	/**
	 * Creating a verifier is the JDK's only check that bytes of the right length are a
	 * point on the curve.
	 */
	private static Signature verifier(PublicKey key) throws GeneralSecurityException {
		Signature verifier = Signature.getInstance(ALGORITHM);
		verifier.initVerify(key);
		return verifier;
	}

}
