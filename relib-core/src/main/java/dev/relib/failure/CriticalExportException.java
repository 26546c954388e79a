// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;
import java.util.List;

import dev.relib.module.ModuleSource;

/**
 * Thrown when an interface says {@code @RelibCritical} of a function of a module that
 * imports something: what the function calls would come back to Java in the middle of a
 * call that Java does not know of, and end the process.
 */
public final class CriticalExportException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String function;

	private final List<String> imports;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param function the qualified name of the export
	 * @param imports what the module imports
	 */
	public CriticalExportException(ModuleSource source, String function, List<String> imports) {
		super(source,
				function + " is @RelibCritical, and the module imports " + String.join(", ", imports)
						+ ", which it could call from there",
				"Take @RelibCritical out of " + function + ", or put the function into a module that imports nothing.");
		this.function = function;
		this.imports = List.copyOf(imports);
	}

	/**
	 * Returns the export.
	 * @return its qualified name, for example {@code Checksum.of}
	 */
	public String function() {
		return this.function;
	}

	/**
	 * Returns what the module imports.
	 * @return names of functions
	 */
	public List<String> imports() {
		return this.imports;
	}

}
