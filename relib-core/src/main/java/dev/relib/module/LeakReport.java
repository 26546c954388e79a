// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The resources that a module had not released when it was unloaded. Immutable.
 *
 * @param leaks leaked memory
 * @param leakSites where most of it was allocated; empty unless allocations were sampled
 * @param descriptors open file descriptors
 * @param closedDescriptorCount how many of them the unload has closed
 * @param mappedMemory memory mappings
 * @param unmappedCount how many of them the unload has unmapped
 * @param destructors destructors of thread-locals
 * @param notCounted the kinds of resources of which nothing is known, whatever the rest
 * of this report says of them
 */
public record LeakReport(MemoryLeaks leaks, List<LeakSite> leakSites, List<OpenDescriptor> descriptors,
		long closedDescriptorCount, List<MappedMemory> mappedMemory, long unmappedCount, Destructors destructors,
		Set<Resource> notCounted) {

	/** Nothing is known. */
	public static final LeakReport NOT_COUNTED = of(MemoryLeaks.NOT_COUNTED, EnumSet.allOf(Resource.class));

	public LeakReport {
		leakSites = List.copyOf(leakSites);
		descriptors = List.copyOf(descriptors);
		mappedMemory = List.copyOf(mappedMemory);
		notCounted = Set.copyOf(notCounted);
	}

	/**
	 * Reports leaked memory and no other resource.
	 * @param leaks the memory
	 * @param notCounted the kinds of resources of which nothing is known
	 * @return a report
	 */
	public static LeakReport of(MemoryLeaks leaks, Set<Resource> notCounted) {
		return new LeakReport(leaks, List.of(), List.of(), 0, List.of(), 0, Destructors.NONE, notCounted);
	}

}
