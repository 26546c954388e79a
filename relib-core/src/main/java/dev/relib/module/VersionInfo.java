package dev.relib.module;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.relib.contract.Direction;
import dev.relib.runtime.Destructors;
import dev.relib.runtime.LeakSite;
import dev.relib.runtime.MappedMemory;
import dev.relib.runtime.MemoryUsage;
import dev.relib.runtime.ModuleRuntime;
import dev.relib.runtime.ModuleThread;
import dev.relib.runtime.OpenDescriptor;
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
public record VersionInfo(long id, String sha256, @Nullable String signedBy, long size, String linker, Instant loaded,
		Map<String, String> buildInfo, List<String> exports, List<String> imports, int callsInFlight,
		MemoryUsage memory, List<LeakSite> leakSites, List<ModuleThread> threads, List<OpenDescriptor> descriptors,
		List<MappedMemory> mappedMemory, Destructors destructors) {

	/**
	 * Looks at a version.
	 * @param version the version, not unloaded while this runs
	 * @param linker the linker's name
	 * @param gate the module's gate
	 * @return the snapshot
	 */
	public static VersionInfo of(ModuleVersion version, String linker, Gate gate) {
		ModuleRuntime runtime = version.runtime();
		return new VersionInfo(version.id(), version.copy().sha256(), version.copy().signedBy(), version.copy().size(),
				linker, version.loaded(), version.inspection().buildInfo(),
				version.inspection().functions(Direction.EXPORTS), version.inspection().functions(Direction.IMPORTS),
				gate.callsInFlight(version), runtime.memory(), runtime.leakSites(), runtime.threads(),
				runtime.descriptors(), runtime.mappedMemory(), runtime.destructors());
	}

}
