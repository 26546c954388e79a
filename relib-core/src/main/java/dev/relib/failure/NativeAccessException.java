// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

/**
 * Thrown when this JVM forbids relib to call native code.
 */
public final class NativeAccessException extends RelibException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param refusal the error that the JVM has thrown
	 */
	public NativeAccessException(LinkageError refusal) {
		super("this JVM does not let relib call native code (" + reason(refusal)
				+ "); start it with --enable-native-access=ALL-UNNAMED, or put \"Enable-Native-Access: "
				+ "ALL-UNNAMED\" into the manifest of the executable jar", refusal);
	}

	private static Throwable reason(Throwable ex) {
		return (ex.getCause() != null) ? reason(ex.getCause()) : ex;
	}

}
