// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.ModuleException;
import dev.relib.module.ReloadReport;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@link Endpoint @Endpoint} that shows native modules. With the property
 * {@code management.endpoint.relib.access} set to {@code unrestricted} it also loads,
 * reloads and unloads them.
 */
@Endpoint(id = "relib", defaultAccess = Access.READ_ONLY)
public class RelibEndpoint {

	private final ModuleRegistry registry;

	/**
	 * Creates an endpoint.
	 * @param registry the registry whose modules are shown
	 */
	public RelibEndpoint(ModuleRegistry registry) {
		this.registry = registry;
	}

	/**
	 * Shows all modules.
	 * @return a summary of each by its name
	 */
	@ReadOperation
	public ModulesDescriptor modules() {
		Map<String, ModuleSummary> modules = new LinkedHashMap<>();
		for (NativeModule module : this.registry.modules()) {
			modules.put(module.name(), ModuleSummary.of(module.info()));
		}
		return new ModulesDescriptor(LinkerDescriptor.of(this.registry.linker()), modules);
	}

	/**
	 * Shows a module.
	 * @param name the module's name
	 * @return the module in full detail
	 * @throws dev.relib.failure.UnknownModuleException if there is no such module
	 */
	@ReadOperation
	public ModuleDescriptor module(@Selector String name) {
		return ModuleDescriptor.of(this.registry.get(name));
	}

	/**
	 * Runs an operation on a module, and returns when it is finished.
	 * @param name the module's name
	 * @param action the operation
	 * @return the result, also if an unload is refused
	 * @throws dev.relib.failure.UnknownModuleException if there is no such module
	 * @throws dev.relib.failure.ModuleLoadException if the module can not be loaded; the
	 * generation that served before goes on serving
	 */
	@WriteOperation
	public ActionResult act(@Selector String name, ModuleAction action) {
		NativeModule module = this.registry.get(name);
		return switch (action) {
			case LOAD -> {
				module.load();
				yield ActionResult.done(name, action, module.state(), null);
			}
			case RELOAD -> {
				ReloadReport report = module.reload();
				yield ActionResult.done(name, action, module.state(), report.previous());
			}
			case UNLOAD -> {
				UnloadReport report = module.unload();
				yield (report.outcome() != Outcome.REFUSED) ? ActionResult.done(name, action, module.state(), report)
						: ActionResult.refused(name, action, module.state(),
								"module '" + name + "' is not unloaded: " + report.describe(), report);
			}
		};
	}

	ActionResult refused(String name, ModuleAction action, ModuleException reason) {
		return ActionResult.refused(name, action, this.registry.get(name).state(), reason.getMessage(), null);
	}

	/**
	 * All modules.
	 *
	 * @param linker how native code is called
	 * @param modules summaries by the modules' names
	 */
	public record ModulesDescriptor(LinkerDescriptor linker,
			Map<String, ModuleSummary> modules) implements OperationResponseBody {

	}

}
