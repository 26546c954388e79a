// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

/**
 * Thrown when relib can not call native code: this JVM forbids it, or JNA's own library
 * can not be loaded.
 */
public final class NativeAccessException extends RelibException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param refusal the error of the JVM or of JNA
	 */
	public NativeAccessException(LinkageError refusal) {
		super(message(reason(refusal)), refusal);
	}

	private static String message(Throwable reason) {
		if (reason instanceof IllegalCallerException) {
			return "this JVM does not let relib call native code (" + reason
					+ "); start it with --enable-native-access=ALL-UNNAMED, or put \"Enable-Native-Access: "
					+ "ALL-UNNAMED\" into the manifest of the executable jar";
		}
		return "JNA, which relib calls native code with, can not load its own library (" + reason + "); "
				+ fix(String.valueOf(reason.getMessage()));
	}

	private static String fix(String problem) {
		if (problem.contains("failed to map segment") || problem.contains("Operation not permitted")) {
			return "the library is on a file system that is mounted noexec: set relib.directory, or the system property "
					+ "jna.tmpdir if that is set, to a directory that is not";
		}
		if (problem.contains("temporary")) {
			return "set relib.directory, or the system property jna.tmpdir if that is set, to an existing directory that "
					+ "is writable and not mounted noexec";
		}
		if (problem.contains("in resource path")) {
			return "this JNA has none for this system and machine";
		}
		if (problem.contains("musl") || problem.contains("Error relocating")
				|| problem.contains("Error loading shared library")) {
			return "it needs the GNU C library: use an image that has it, not one of Alpine Linux";
		}
		return "remove system properties that begin with jna., which lead JNA to another library, or correct what they "
				+ "name";
	}

	private static Throwable reason(Throwable ex) {
		return (ex.getCause() != null) ? reason(ex.getCause()) : ex;
	}

}
