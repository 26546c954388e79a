package dev.relib.failure;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

import dev.relib.module.ModuleSource;

/**
 * A library is not signed by anybody who is trusted.
 */
public final class LibrarySignatureException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Reason reason;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param reason what is wrong with the signature
	 * @param signature the file that the signature is in
	 */
	public LibrarySignatureException(ModuleSource source, Reason reason, Path signature) {
		super(source, reason.problem(signature.toString()), reason.fix(source));
		this.reason = reason;
	}

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param signature the file that the signature is in
	 * @param cause why it can not be read
	 */
	public LibrarySignatureException(ModuleSource source, Path signature, IOException cause) {
		super(source, Reason.UNREADABLE.problem(signature.toString()), Reason.UNREADABLE.fix(source), cause);
		this.reason = Reason.UNREADABLE;
	}

	/**
	 * Creates an exception about a signature that should be in a resource.
	 * @param source the module and its library
	 * @param signature the location where there is no signature
	 * @param cause what led to it
	 */
	public LibrarySignatureException(ModuleSource source, String signature, IOException cause) {
		super(source, Reason.MISSING.problem(signature), Reason.MISSING.fix(source), cause);
		this.reason = Reason.MISSING;
	}

	/**
	 * What is wrong with the signature.
	 * @return a reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * What can be wrong with a signature.
	 */
	public enum Reason {

		/** There is none. */
		MISSING("there is no signature %s", "Put the library's Ed25519 signature there, or say where it is with "
				+ "relib.modules.%s.signature. With openssl: \"openssl pkeyutl -sign -rawin -inkey <key> -in <library> -out <signature>\"."),
		/** It can not be read. */
		UNREADABLE("the signature %s can not be read", "Make the file readable for the user of this process."),
		/** It does not have the length of one. */
		MALFORMED("%s is no Ed25519 signature: it does not have 64 bytes",
				"Store the signature itself, neither as text nor in a container."),
		/** It fits none of the keys, or another library. */
		OTHER_KEY("its signature %s fits none of the keys in relib.policy.public-keys",
				"Install the library that was signed with one of them, or sign this one if it is to be trusted."),
		/**
		 * The library does not fit into this JVM's memory, where it has to be for a
		 * check.
		 */
		TOO_LARGE("its signature %s can not be checked: the library is too large for the heap",
				"Give the JVM a heap of four times the library's size (-Xmx). More than 2 GB can not be checked."),
		/** There is no key to check it with. */
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
