package dev.relib.module;

import java.util.List;

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
public record LeakReport(MemoryLeaks leaks, List<LeakSite> sites, List<OpenDescriptor> descriptors,
		long closedDescriptors, List<MappedMemory> mappedMemory, long unmapped, Destructors destructors) {

	/** Nothing. */
	public static final LeakReport NONE = of(MemoryLeaks.NONE);

	public LeakReport {
		sites = List.copyOf(sites);
		descriptors = List.copyOf(descriptors);
		mappedMemory = List.copyOf(mappedMemory);
	}

	/**
	 * Nothing but memory.
	 * @param leaks the memory
	 * @return a report
	 */
	public static LeakReport of(MemoryLeaks leaks) {
		return new LeakReport(leaks, List.of(), List.of(), 0, List.of(), 0, Destructors.NONE);
	}

}
