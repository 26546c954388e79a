package dev.relib.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;

/**
 * Somebody who signs libraries.
 */
final class Signer {

	private final KeyPair keys;

	Signer() throws GeneralSecurityException {
		this.keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
	}

	TrustedKey key() {
		return TrustedKey.parse("key", this.keys.getPublic().getEncoded());
	}

	byte[] sign(Path library) throws GeneralSecurityException, IOException {
		Signature signature = Signature.getInstance("Ed25519");
		signature.initSign(this.keys.getPrivate());
		signature.update(Files.readAllBytes(library));
		return signature.sign();
	}

}
