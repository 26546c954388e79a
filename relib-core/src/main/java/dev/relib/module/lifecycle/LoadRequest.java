package dev.relib.module.lifecycle;

import java.util.List;

import dev.relib.LibraryPolicy;
import dev.relib.contract.ContractInterface;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleSource;
import dev.relib.module.call.CallGuard;
import dev.relib.module.call.ImportStubs;

/**
 * Which library is to become which generation.
 *
 * @param generation the id of the generation
 * @param source the module and its library
 * @param policy what the library must satisfy
 * @param options how the module is treated
 * @param interfaces the interfaces that it must export
 * @param imports the functions of the host that it may call
 * @param guard the module's guard
 */
public record LoadRequest(long generation, ModuleSource source, LibraryPolicy policy, ModuleOptions options,
		List<ContractInterface> interfaces, ImportStubs imports, CallGuard guard) {

	public LoadRequest {
		interfaces = List.copyOf(interfaces);
	}

}
