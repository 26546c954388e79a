package dev.relib.failure;

import java.io.Serial;

/**
 * A module says that an import failed, but no Java exception is known for it.
 */
public final class ImportFailedException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param module the module's name
	 * @param function the qualified name of the function, for example
	 * {@code Greeter.greet}
	 */
	public ImportFailedException(String module, String function) {
		super(module, "module '" + module + "' gave up " + function
				+ " because an import failed, which this thread has not seen; call imports on the thread of the export");
	}

}
