// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;
import java.util.Collection;
import java.util.List;

/**
 * Thrown when a registry has no module of the requested name.
 */
public final class UnknownModuleException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final List<String> known;

	/**
	 * Creates an exception.
	 * @param module the requested name
	 * @param known the names of the registry's modules
	 */
	public UnknownModuleException(String module, Collection<String> known) {
		super(module,
				"there is no module '" + module + "', "
						+ (known.isEmpty() ? "no module is configured" : "the modules are " + String.join(", ", known))
						+ ". Set relib.modules." + module + ".path, or correct the name.");
		this.known = List.copyOf(known);
	}

	/**
	 * Returns the names of the registry's modules.
	 * @return the names, in the order in which the modules were added
	 */
	public List<String> known() {
		return this.known;
	}

}
