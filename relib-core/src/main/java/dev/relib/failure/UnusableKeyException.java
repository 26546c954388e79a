package dev.relib.failure;

import java.io.Serial;

/**
 * What should be a public key is none that signatures can be checked with.
 */
public final class UnusableKeyException extends RelibException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String location;

	private final String problem;

	/**
	 * Creates an exception.
	 * @param location where the key comes from
	 * @param problem what is wrong, as a clause without a full stop
	 */
	public UnusableKeyException(String location, String problem) {
		super(message(location, problem));
		this.location = location;
		this.problem = problem;
	}

	/**
	 * Creates an exception.
	 * @param location where the key should be
	 * @param problem what is wrong, as a clause without a full stop
	 * @param cause what led to it
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
	 * Where the key should be.
	 * @return a location
	 */
	public String location() {
		return this.location;
	}

	/**
	 * What is wrong.
	 * @return a clause without a full stop
	 */
	public String problem() {
		return this.problem;
	}

}
