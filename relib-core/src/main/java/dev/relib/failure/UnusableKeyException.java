// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

/**
 * Thrown when a configured key is missing or no Ed25519 public key.
 */
public final class UnusableKeyException extends RelibException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String location;

	private final String problem;

	/**
	 * Creates an exception without a cause.
	 * @param location where the key comes from
	 * @param problem the problem, as a clause without a full stop
	 */
	public UnusableKeyException(String location, String problem) {
		super(message(location, problem));
		this.location = location;
		this.problem = problem;
	}

	/**
	 * Creates an exception with a cause.
	 * @param location where the key comes from
	 * @param problem the problem, as a clause without a full stop
	 * @param cause the cause
	 */
	public UnusableKeyException(String location, String problem, Exception cause) {
		super(message(location, problem), cause);
		this.location = location;
		this.problem = problem;
	}

	private static String message(String location, String problem) {
		return "the public key " + location + " can not be used: " + problem
				+ "; set relib.policy.public-keys to Ed25519 public keys in PEM or DER";
	}

	/**
	 * Returns where the key comes from.
	 * @return a path or location
	 */
	public String location() {
		return this.location;
	}

	/**
	 * Returns the problem.
	 * @return a clause without a full stop
	 */
	public String problem() {
		return this.problem;
	}

}
