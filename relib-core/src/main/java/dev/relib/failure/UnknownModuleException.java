package dev.relib.failure;

import java.io.Serial;
import java.util.Collection;
import java.util.List;

/**
 * There is no module of a name.
 */
public final class UnknownModuleException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final List<String> known;

	/**
	 * Creates an exception.
	 * @param module the module's name
	 * @param known the names of all modules
	 */
	public UnknownModuleException(String module, Collection<String> known) {
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
