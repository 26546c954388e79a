package dev.relib.registry;

import java.io.Serial;
import java.util.Collection;
import java.util.List;

import dev.relib.ModuleException;

/**
 * There is no module of a name.
 */
public final class UnknownModuleException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final List<String> known;

	UnknownModuleException(String module, Collection<String> known) {
		super(module,
				"there is no module '" + module + "', "
						+ (known.isEmpty() ? "no module is configured" : "the modules are " + String.join(", ", known))
						+ ". Set relib.modules." + module + ".path, or correct the name.");
		this.known = List.copyOf(known);
	}

	/**
	 * The names that there are.
	 * @return names, in order
	 */
	public List<String> known() {
		return this.known;
	}

}
