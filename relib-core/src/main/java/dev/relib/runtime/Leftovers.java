package dev.relib.runtime;

import java.util.List;

import dev.relib.runtime.ModuleRuntime.Leaks;

/**
 * What a module had not given back when it was unloaded.
 *
 * @param leaks memory
 * @param sites where most of it was allocated; empty unless allocations were sampled
 * @param descriptors open file descriptors
 * @param closedDescriptors how many of them were closed
 * @param mappedMemory mappings
 * @param unmapped how many of them were unmapped
 * @param destructors destructors of thread-locals
 */
public record Leftovers(Leaks leaks, List<LeakSite> sites, List<OpenDescriptor> descriptors, long closedDescriptors,
		List<MappedMemory> mappedMemory, long unmapped, Destructors destructors) {

	/** Nothing. */
	public static final Leftovers NONE = of(Leaks.NONE);

	public Leftovers {
		sites = List.copyOf(sites);
		descriptors = List.copyOf(descriptors);
		mappedMemory = List.copyOf(mappedMemory);
	}

	/**
	 * Nothing but memory.
	 * @param leaks the memory
	 * @return the leftovers
	 */
	static Leftovers of(Leaks leaks) {
		return new Leftovers(leaks, List.of(), List.of(), 0, List.of(), 0, Destructors.NONE);
	}

}
