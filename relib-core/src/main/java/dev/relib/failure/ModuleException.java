package dev.relib.failure;

import java.io.Serial;

/**
 * Something went wrong with one module.
 */
public abstract class ModuleException extends RelibException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String module;

	/**
	 * Creates an exception without a cause.
	 * @param module the module's name
	 * @param message what happened, and what to do about it
	 */
	protected ModuleException(String module, String message) {
		super(message);
		this.module = module;
	}

	/**
	 * Creates an exception.
	 * @param module the module's name
	 * @param message what happened, and what to do about it
	 * @param cause what led to it
	 */
	protected ModuleException(String module, String message, Throwable cause) {
		super(message, cause);
		this.module = module;
	}

	/**
	 * The module.
	 * @return its name
	 */
	public String module() {
		return this.module;
	}

}
