package dev.relib.module;

import java.io.Serial;

import dev.relib.ModuleLoadException;
import dev.relib.ModuleSource;
import dev.relib.contract.ContractSyntaxException;

/**
 * The contract text in a module can not be read by this host.
 */
public final class UnreadableContractException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	UnreadableContractException(ModuleSource source, ContractSyntaxException cause) {
		super(source, cause.getMessage(), "Build the module again with the bindings of this host's version, and with "
				+ "RELIB_CONTRACT_ macros only in its RELIB_MODULE line.", cause);
	}

}
