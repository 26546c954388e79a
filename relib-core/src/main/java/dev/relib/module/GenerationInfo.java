// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A snapshot of one generation of a module. Immutable.
 *
 * @param id its id: 1 for the module's first attempt to load, and one more for each later
 * attempt
 * @param sha256 the SHA-256 of its library file, in lower-case hexadecimal
 * @param signedBy the fingerprint of the key that has signed its library; {@code null} if
 * the policy requires no signature
 * @param size the size of its library file in bytes
 * @param linker the name of the linker that calls it
 * @param loaded when it was loaded
 * @param buildInfo the library's own description of its build, for example
 * {@code compiler}
 * @param exports the functions that the host can call: by trait with their types if the
 * library has a contract, otherwise their names
 * @param imports the functions of the host that the library can call, likewise
 * @param callsInFlight the number of threads inside its functions
 * @param memory the native memory that it holds
 * @param leakSites where that memory was allocated; empty unless allocations are sampled
 * @param threads the threads that it has started
 * @param descriptors its open file descriptors
 * @param mappedMemory its memory mappings
 * @param destructors its destructors of thread-locals
 * @param notCounted the kinds of resources of which nothing is known, whatever the rest
 * says of them
 * @param processChanges what it has changed of the process while the host waited for it
 * @param staleLibraries the libraries that it needs which had changed and were not loaded
 * anew, a clause for each
 */
public record GenerationInfo(long id, String sha256, @Nullable String signedBy, long size, String linker,
		Instant loaded, Map<String, String> buildInfo, List<String> exports, List<String> imports, int callsInFlight,
		MemoryUsage memory, List<LeakSite> leakSites, List<ModuleThread> threads, List<OpenDescriptor> descriptors,
		List<MappedMemory> mappedMemory, Destructors destructors, Set<Resource> notCounted,
		List<ProcessChange> processChanges, List<String> staleLibraries) {

}
