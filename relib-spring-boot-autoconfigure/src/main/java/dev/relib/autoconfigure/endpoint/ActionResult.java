package dev.relib.autoconfigure.endpoint;

import java.util.Locale;

import dev.relib.module.ModuleState;
import dev.relib.module.UnloadReport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * How an operation ended.
 *
 * @param module the module's name
 * @param action the operation
 * @param done whether it was done
 * @param state where the module is now in its life
 * @param message why it was not done, {@code null} if it was
 * @param unload what became of the generation that served before, {@code null} if there
 * was none
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
