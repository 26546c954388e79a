// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.endpoint;

import java.util.List;
import java.util.Map;

import dev.relib.ModuleInfo;
import dev.relib.NativeModule;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * A module in full detail.
 *
 * @param name the module's name
 * @param state the module's state, a constant of {@link dev.relib.module.ModuleState}
 * @param path the path that the module's library is read from
 * @param serving the generation that serves, {@code null} if none does
 * @param retired replaced generations that are still loaded
 * @param calls how often exports were called in all generations, by their names
 * @param history the latest events of the module, newest first
 */
public record ModuleDescriptor(String name, String state, String path, @Nullable GenerationDescriptor serving,
		List<GenerationDescriptor> retired, Map<String, CallsDescriptor> calls,
		List<EventDescriptor> history) implements OperationResponseBody {

	static ModuleDescriptor of(NativeModule module) {
		ModuleInfo info = module.info();
		return new ModuleDescriptor(info.name(), info.state().name(), info.path().toString(),
				(info.serving() != null) ? GenerationDescriptor.of(info.serving()) : null,
				info.retired().stream().map(GenerationDescriptor::of).toList(), CallsDescriptor.of(module.calls()),
				info.history().stream().map(EventDescriptor::of).toList());
	}

}
