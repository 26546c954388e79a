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
 * {@link Endpoint @Endpoint} that shows native modules, and reloads, unloads and loads
 * them where {@code management.endpoint.relib.access} is {@code unrestricted}.
 */
@Endpoint(id = "relib", defaultAccess = Access.READ_ONLY)
public class RelibEndpoint {

	private final ModuleRegistry registry;

	/**
	 * Creates an endpoint.
	 * @param registry the modules that it shows
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
		return new ModulesDescriptor(modules);
	}

	/**
	 * Shows a module.
	 * @param name its name
	 * @return all there is to know of it
	 * @throws dev.relib.failure.UnknownModuleException if there is no such module
	 */
	@ReadOperation
	public ModuleDescriptor module(@Selector String name) {
		return ModuleDescriptor.of(this.registry.get(name).info());
	}

	/**
	 * Runs an operation of a module.
	 * @param name the module's name
	 * @param action what to do with it
	 * @return what was done
	 * @throws dev.relib.failure.UnknownModuleException if there is no such module
	 * @throws dev.relib.failure.ModuleLoadException if it can not be loaded; what served
	 * before goes on
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
	 * @param modules by name
	 */
	public record ModulesDescriptor(Map<String, ModuleSummary> modules) implements OperationResponseBody {

	}

}
