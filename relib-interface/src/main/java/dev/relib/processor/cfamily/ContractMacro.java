// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.cfamily;

import java.util.Locale;
import java.util.stream.Collectors;

import dev.relib.contract.SnakeCase;
import dev.relib.contract.Trait;

/**
 * Writes the macro with the canonical text of a trait, which a module passes to
 * {@code RELIB_MODULE}.
 */
public final class ContractMacro {

	private ContractMacro() {
	}

	/**
	 * Writes the definition of the macro.
	 * @param trait the trait
	 * @return a comment and the definition, with a line feed
	 */
	public static String of(Trait trait) {
		return trait.text()
			.lines()
			.map((line) -> "\t\"" + line + "\\n\"")
			.collect(Collectors.joining(" \\\n",
					"/* The contract of these functions, for RELIB_MODULE. */\n#define " + name(trait) + " \\\n",
					"\n"));
	}

	/**
	 * Writes the check of C++ that {@code RELIB_MODULE} lists the contract.
	 * @param trait the trait
	 * @return a line, with a line feed
	 */
	public static String check(Trait trait) {
		String first = trait.text().lines().findFirst().orElseThrow();
		return "RELIB_BINDINGS(\"" + first + "\\n\", \"add " + name(trait) + " to RELIB_MODULE\")\n";
	}

	private static String name(Trait trait) {
		return "RELIB_CONTRACT_" + SnakeCase.of(trait.name()).toUpperCase(Locale.ROOT);
	}

}
