// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.util.List;
import java.util.function.BooleanSupplier;

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
 * @param claim claims the library for the module; reads the file system
 * @param cancelled tells whether nobody wants the generation any more
 */
public record LoadRequest(long generation, ModuleSource source, LibraryPolicy policy, ModuleOptions options,
		List<ContractInterface> interfaces, ImportStubs imports, CallGuard guard, Runnable claim,
		BooleanSupplier cancelled) {

	public LoadRequest {
		interfaces = List.copyOf(interfaces);
	}

}
