package dev.relib.failure;

import java.io.Serial;

/**
 * A Java interface can not be a contract.
 */
public final class InvalidContractException extends RelibException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String member;

	/**
	 * Creates an exception.
	 * @param member the method or interface
	 * @param problem what is wrong with it
	 */
	public InvalidContractException(String member, String problem) {
		super(member + " " + problem);
		this.member = member;
	}

	/**
	 * The interface or method that is wrong.
	 * @return its name, for example {@code com.example.ImageFilter.apply}
	 */
	public String member() {
		return this.member;
	}

}
