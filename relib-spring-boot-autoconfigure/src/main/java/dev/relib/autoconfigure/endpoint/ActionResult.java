// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.endpoint;

import java.util.Locale;

import dev.relib.module.ModuleState;
import dev.relib.module.UnloadReport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * The result of an operation on a module, as returned by the endpoint.
 *
 * @param module the module's name
 * @param action the operation: {@code load}, {@code reload} or {@code unload}
 * @param done whether the operation succeeded
 * @param state the module's state after the operation
 * @param message why the operation failed, {@code null} if it succeeded
 * @param unload the report on the unload of the generation that served before,
 * {@code null} if there was none
 */
public record ActionResult(String module, String action, boolean done, String state, @Nullable String message,
		@Nullable UnloadDescriptor unload) implements OperationResponseBody {

	static ActionResult done(String module, ModuleAction action, ModuleState state, @Nullable UnloadReport unload) {
		return new ActionResult(module, name(action), true, state.name(), null, UnloadDescriptor.of(unload));
	}

	static ActionResult refused(String module, ModuleAction action, ModuleState state, String message,
			@Nullable UnloadReport unload) {
		return new ActionResult(module, name(action), false, state.name(), message, UnloadDescriptor.of(unload));
	}

	private static String name(ModuleAction action) {
		return action.name().toLowerCase(Locale.ROOT);
	}

}
