package dev.relib.autoconfigure.endpoint;

import java.util.List;

import dev.relib.ModuleInfo;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * A module.
 *
 * @param name its name
 * @param state where it is in its life
 * @param path where its library is read from
 * @param serving the generation that serves, {@code null} if none does
 * @param retired earlier generations that could not be unloaded yet
 * @param history what happened to it, newest first
 */
public record ModuleDescriptor(String name, String state, String path, @Nullable GenerationDescriptor serving,
		List<GenerationDescriptor> retired, List<EventDescriptor> history) implements OperationResponseBody {

	static ModuleDescriptor of(ModuleInfo info) {
		return new ModuleDescriptor(info.name(), info.state().name(), info.path().toString(),
				(info.serving() != null) ? GenerationDescriptor.of(info.serving()) : null,
				info.retired().stream().map(GenerationDescriptor::of).toList(),
				info.history().stream().map(EventDescriptor::of).toList());
	}

}
