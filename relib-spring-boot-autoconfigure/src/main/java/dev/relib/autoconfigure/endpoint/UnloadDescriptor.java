// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import dev.relib.module.Destructors;
import dev.relib.module.LeakReport;
import dev.relib.module.LeakSite;
import dev.relib.module.MemoryLeaks;
import dev.relib.module.ModuleThread;
import dev.relib.module.OpenDescriptor;
import dev.relib.module.ProcessChange;
import dev.relib.module.Resource;
import dev.relib.module.UnloadReport;
import org.jspecify.annotations.Nullable;

/**
 * The report of one attempt to unload a generation.
 *
 * @param generation the id of the generation
 * @param outcome how the attempt ended, a constant of
 * {@link dev.relib.module.UnloadReport.Outcome}
 * @param reason why the library is still loaded, {@code null} if it is gone
 * @param message the reason in words, {@code null} if the library is gone
 * @param started when the attempt began
 * @param duration how long the attempt took
 * @param callsInFlight the number of calls that had not returned
 * @param threads threads of the module that were still running
 * @param mappings lines of {@code /proc/self/maps} that still name the library, without
 * addresses
 * @param leaks memory that the module had allocated and not freed
 * @param leakSites where most of it was allocated; empty unless leak sites were recorded
 * @param descriptors file descriptors that the module had left open
 * @param closedDescriptors how many of these descriptors were closed after the unload
 * @param mappedMemory memory that the module had mapped and not unmapped
 * @param unmapped how many of these mappings were unmapped after the unload
 * @param destructors counts of the destructors of the module's thread-local objects
 * @param notCounted kinds of resources of which nothing is known
 * @param processChanges what the module has changed of the process, without values of the
 * environment
 */
public record UnloadDescriptor(long generation, String outcome, @Nullable String reason, @Nullable String message,
		Instant started, Duration duration, int callsInFlight, List<ModuleThread> threads, List<String> mappings,
		MemoryLeaks leaks, List<LeakSite> leakSites, List<OpenDescriptor> descriptors, long closedDescriptors,
		List<MappingDescriptor> mappedMemory, long unmapped, Destructors destructors, Set<Resource> notCounted,
		List<ProcessChange> processChanges) {

	static @Nullable UnloadDescriptor of(@Nullable UnloadReport report) {
		return (report != null) ? of(report, report.leakReport()) : null;
	}

	private static UnloadDescriptor of(UnloadReport report, LeakReport left) {
		return new UnloadDescriptor(report.generation(), report.outcome().name(),
				(report.reason() != null) ? report.reason().name() : null, report.describe(), report.started(),
				report.duration(), report.callsInFlight(), report.threads(),
				report.mappings().stream().map(UnloadDescriptor::withoutAddresses).toList(), left.leaks(),
				left.leakSites(), left.descriptors(), left.closedDescriptorCount(),
				left.mappedMemory().stream().map(MappingDescriptor::of).toList(), left.unmappedCount(),
				left.destructors(), left.notCounted(), report.processChanges());
	}

	/** The addresses of code would help an attacker. */
	private static String withoutAddresses(String line) {
		return line.replaceFirst("^[0-9a-f]+-[0-9a-f]+ ", "");
	}

}
