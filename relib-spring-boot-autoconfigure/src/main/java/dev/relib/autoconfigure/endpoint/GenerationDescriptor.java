package dev.relib.autoconfigure.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.relib.module.Destructors;
import dev.relib.module.GenerationInfo;
import dev.relib.module.LeakSite;
import dev.relib.module.MemoryUsage;
import dev.relib.module.OpenDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * A loaded version of a module.
 *
 * @param generation 1 for the first that was loaded, never reused
 * @param version the version that its author gave it, {@code null} if it has none
 * @param sha256 the SHA-256 of its library
 * @param signedBy the SHA-256 of the public key that its library was signed with,
 * {@code null} if no signature is required
 * @param size the library's size in bytes
 * @param linker how it is called
 * @param loaded when it was loaded
 * @param build what it was built with
 * @param exports functions that the host can call
 * @param imports functions of the host that it can call
 * @param callsInFlight calls of it that are running
 * @param memory native memory that it has not given back
 * @param leakSites where this memory was allocated; empty unless allocations are sampled
 * @param threads threads that it has started and that are running
 * @param descriptors file descriptors that it has open
 * @param mappedMemory memory that it has mapped
 * @param destructors its destructors of thread-locals
 */
public record GenerationDescriptor(long generation, @Nullable String version, String sha256, @Nullable String signedBy,
		long size, String linker, Instant loaded, Map<String, String> build, List<String> exports, List<String> imports,
		int callsInFlight, MemoryUsage memory, List<LeakSite> leakSites, List<ThreadDescriptor> threads,
		List<OpenDescriptor> descriptors, List<MappingDescriptor> mappedMemory, Destructors destructors) {

	static GenerationDescriptor of(GenerationInfo version) {
		return new GenerationDescriptor(version.id(), version.buildInfo().get("version"), version.sha256(),
				version.signedBy(), version.size(), version.linker(), version.loaded(), version.buildInfo(),
				version.exports(), version.imports(), version.callsInFlight(), version.memory(), version.leakSites(),
				version.threads().stream().map(ThreadDescriptor::of).toList(), version.descriptors(),
				version.mappedMemory().stream().map(MappingDescriptor::of).toList(), version.destructors());
	}

}
