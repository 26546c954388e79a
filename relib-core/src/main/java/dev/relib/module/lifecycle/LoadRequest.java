// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.util.List;

import dev.relib.LibraryPolicy;
import dev.relib.contract.ContractInterface;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleSource;
import dev.relib.module.call.CallGuard;
import dev.relib.module.call.ImportStubs;

/**
 * The input of one load.
 *
 * @param generation the id of the generation
 * @param source the module and its library
 * @param policy the conditions that the library must satisfy
 * @param options how the module is built and called
 * @param interfaces the interfaces that it must export
 * @param imports the stubs for its imports
 * @param guard the guard of the module
 */
public record LoadRequest(long generation, ModuleSource source, LibraryPolicy policy, ModuleOptions options,
		List<ContractInterface> interfaces, ImportStubs imports, CallGuard guard) {

	public LoadRequest {
		interfaces = List.copyOf(interfaces);
	}

}
