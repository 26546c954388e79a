package dev.relib.module;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a loaded version.
 *
 * @param id its id
 * @param sha256 the SHA-256 of its library
 * @param signedBy the fingerprint of the key that its library was signed with,
 * {@code null} if no signature was asked for
 * @param size the library's size in bytes
 * @param linker how it is called
 * @param loaded when it was loaded
 * @param buildInfo what the library says of itself
 * @param exports its functions that the host can call, as in the contract, by trait
 * @param imports the functions of the host that it can call, likewise
 * @param callsInFlight threads inside its functions
 * @param memory its memory
 * @param leakSites where its memory was allocated, if allocations are sampled
 * @param threads its threads
 * @param descriptors file descriptors that it has open
 * @param mappedMemory memory that it has mapped
 * @param destructors its destructors of thread-locals
 */
public record GenerationInfo(long id, String sha256, @Nullable String signedBy, long size, String linker,
		Instant loaded, Map<String, String> buildInfo, List<String> exports, List<String> imports, int callsInFlight,
		MemoryUsage memory, List<LeakSite> leakSites, List<ModuleThread> threads, List<OpenDescriptor> descriptors,
		List<MappedMemory> mappedMemory, Destructors destructors) {

}
