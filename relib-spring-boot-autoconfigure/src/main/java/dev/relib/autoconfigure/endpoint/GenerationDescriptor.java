// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.relib.module.Destructors;
import dev.relib.module.GenerationInfo;
import dev.relib.module.LeakSite;
import dev.relib.module.MemoryUsage;
import dev.relib.module.ModuleThread;
import dev.relib.module.OpenDescriptor;
import dev.relib.module.ProcessChange;
import dev.relib.module.Resource;
import org.jspecify.annotations.Nullable;

/**
 * One generation of a module: its library as loaded once.
 *
 * @param generation the generation's id: 1 for the first load of the module, never reused
 * @param version the module's own version string, {@code null} if it has none
 * @param sha256 the SHA-256 of the library, in hexadecimal
 * @param signedBy the SHA-256 of the public key that verified the library's signature, in
 * hexadecimal; {@code null} if no signature is required
 * @param size the size of the library in bytes
 * @param linker the name of the mechanism that calls the library's functions
 * @param loaded when the library was loaded
 * @param build facts about the build of the library, such as compiler and language
 * @param exports functions of the module that the host can call
 * @param imports functions of the host that the module can call
 * @param callsInFlight the number of calls that have not returned yet
 * @param memory native memory that the module has allocated and not freed
 * @param leakSites where this memory was allocated; empty unless leak sites are recorded
 * @param threads running threads that the module has started
 * @param descriptors file descriptors that the module has open
 * @param mappedMemory memory that the module has mapped
 * @param destructors counts of the destructors of the module's thread-local objects
 * @param notCounted kinds of resources of which nothing is known
 * @param processChanges what the module has changed of the process, without values of the
 * environment
 * @param staleLibraries needed libraries that had changed and were not loaded anew
 */
public record GenerationDescriptor(long generation, @Nullable String version, String sha256, @Nullable String signedBy,
		long size, String linker, Instant loaded, Map<String, String> build, List<String> exports, List<String> imports,
		int callsInFlight, MemoryUsage memory, List<LeakSite> leakSites, List<ModuleThread> threads,
		List<OpenDescriptor> descriptors, List<MappingDescriptor> mappedMemory, Destructors destructors,
		Set<Resource> notCounted, List<ProcessChange> processChanges, List<String> staleLibraries) {

	static GenerationDescriptor of(GenerationInfo info) {
		return new GenerationDescriptor(info.id(), info.buildInfo().get("version"), info.sha256(), info.signedBy(),
				info.size(), info.linker(), info.loaded(), info.buildInfo(), info.exports(), info.imports(),
				info.callsInFlight(), info.memory(), info.leakSites(), info.threads(), info.descriptors(),
				info.mappedMemory().stream().map(MappingDescriptor::of).toList(), info.destructors(), info.notCounted(),
				info.processChanges(), info.staleLibraries());
	}

}
