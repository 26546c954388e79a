// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.kind;

import dev.relib.contract.Contract;
import dev.relib.contract.ContractInterface;
import dev.relib.contract.Direction;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.NamedType;
import dev.relib.contract.Trait;
import dev.relib.failure.ContractMismatchException;
import dev.relib.failure.MissingImportException;
import dev.relib.module.ModuleSource;

/**
 * Compares the declarations of a module with those of its host: a call with mismatched
 * types would corrupt memory.
 */
final class ContractCheck {

	private final ModuleSource source;

	private final Contract contract;

	ContractCheck(ModuleSource source, Contract contract) {
		this.source = source;
		this.contract = contract;
	}

	/**
	 * Checks that the module exports each function of the host's interface with the same
	 * types.
	 */
	void requireExports(ContractInterface host) {
		Trait trait = host.trait();
		for (FunctionSignature function : trait.functions()) {
			FunctionSignature declared = this.contract.trait(Direction.EXPORTS, trait.name())
				.flatMap((module) -> module.function(function.name()))
				.orElseThrow(() -> RelibSymbols.missing(this.source, function, function.symbol()));
			requireMatch(declared, function);
		}
	}

	/**
	 * Checks that the host's interface has a function that the module imports, with the
	 * same types.
	 */
	void requireImport(FunctionSignature declared, ContractInterface host) {
		FunctionSignature offered = host.trait()
			.function(declared.name())
			.orElseThrow(() -> new MissingImportException(this.source, declared.qualifiedName(),
					"it imports " + declared.qualifiedName() + ", which " + host.type().getName() + " does not declare",
					"Add \"" + declared.text() + "\" to the interface, or build the module again with its bindings."));
		requireMatch(declared, offered);
	}

	private void requireMatch(FunctionSignature module, FunctionSignature host) {
		if (!module.matches(host)) {
			throw mismatch(module, host);
		}
	}

	private ContractMismatchException mismatch(FunctionSignature module, FunctionSignature host) {
		for (NamedType ours : host.namedTypes()) {
			for (NamedType theirs : module.namedTypes()) {
				if (theirs.name().equals(ours.name()) && !theirs.definition().equals(ours.definition())) {
					return new ContractMismatchException(this.source,
							ours.name() + ", which " + host.qualifiedName() + " uses,", theirs.definition(),
							ours.definition(), host.trait());
				}
			}
		}
		return new ContractMismatchException(this.source, host.qualifiedName(), module.text(), host.text(),
				host.trait());
	}

}
