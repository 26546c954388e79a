// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.kind;

import java.util.List;

import dev.relib.contract.ContractInterface;
import dev.relib.contract.JavaFunction;
import dev.relib.failure.CriticalExportException;
import dev.relib.module.ModuleSource;

/**
 * Keeps calls that stay in Java's state from coming back to Java.
 */
final class CriticalCheck {

	private CriticalCheck() {
	}

	/**
	 * Checks the functions that are called so.
	 * @param imports what the module can call
	 * @throws CriticalExportException naming the first, if there is one and it can call
	 */
	static void require(ModuleSource source, ContractInterface host, List<String> imports) {
		if (!imports.isEmpty()) {
			host.functions().stream().filter(JavaFunction::isCritical).findFirst().ifPresent((function) -> {
				throw new CriticalExportException(source, function.signature().qualifiedName(), imports);
			});
		}
	}

}
