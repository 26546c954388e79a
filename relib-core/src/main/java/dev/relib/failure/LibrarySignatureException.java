// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a policy requires a library's signature and the signature is missing,
 * unusable, or of no trusted key.
 */
public final class LibrarySignatureException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Reason reason;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param reason the problem
	 * @param signature the file with the signature
	 */
	public LibrarySignatureException(ModuleSource source, Reason reason, Path signature) {
		super(source, reason.problem(signature.toString()), reason.fix(source));
		this.reason = reason;
	}

	/**
	 * Creates an exception about an unreadable signature.
	 * @param source the module and its library
	 * @param signature the file with the signature
	 * @param cause the failed read
	 */
	public LibrarySignatureException(ModuleSource source, Path signature, IOException cause) {
		super(source, Reason.UNREADABLE.problem(signature.toString()), Reason.UNREADABLE.fix(source), cause);
		this.reason = Reason.UNREADABLE;
	}

	/**
	 * Creates an exception about a missing resource.
	 * @param source the module and its library
	 * @param signature the location of the resource
	 * @param cause the failed read
	 */
	public LibrarySignatureException(ModuleSource source, String signature, IOException cause) {
		super(source, Reason.MISSING.problem(signature), Reason.MISSING.fix(source), cause);
		this.reason = Reason.MISSING;
	}

	/**
	 * Returns the problem with the signature.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * Problems with a signature.
	 */
	public enum Reason {

		/** There is no file at its location. */
		MISSING("there is no signature %s", "Put the library's Ed25519 signature there, or say where it is with "
				+ "relib.modules.%s.signature. With openssl: \"openssl pkeyutl -sign -rawin -inkey <key> -in <library> -out <signature>\"."),
		/** The file cannot be read. */
		UNREADABLE("the signature %s can not be read", "Make the file readable for the user of this process."),
		/** The file does not have the 64 bytes of an Ed25519 signature. */
		MALFORMED("%s is no Ed25519 signature: it does not have 64 bytes",
				"Store the signature itself, neither as text nor in a container."),
		/** It belongs to another key or another library. */
		OTHER_KEY("its signature %s fits none of the keys in relib.policy.public-keys",
				"Install the library that was signed with one of them, or sign this one if it is to be trusted."),
		/** The library does not fit into the heap, where Ed25519 needs all of it. */
		TOO_LARGE("its signature %s can not be checked: the library is too large for the heap",
				"Give the JVM a heap of four times the library's size (-Xmx). More than 2 GB can not be checked."),
		/** A signature is configured and no key is. */
		NO_KEY("its signature %s can not be checked, since there is no key to check it with",
				"Set relib.policy.public-keys, or remove relib.modules.%s.signature.");

		private final String problem;

		private final String fix;

		Reason(String problem, String fix) {
			this.problem = problem;
			this.fix = fix;
		}

		String problem(String signature) {
			return this.problem.formatted(signature);
		}

		String fix(ModuleSource source) {
			return this.fix.formatted(source.module());
		}

	}

}
