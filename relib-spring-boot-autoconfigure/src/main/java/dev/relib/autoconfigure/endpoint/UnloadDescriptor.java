package dev.relib.autoconfigure.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.relib.module.Destructors;
import dev.relib.module.LeakReport;
import dev.relib.module.LeakSite;
import dev.relib.module.MemoryLeaks;
import dev.relib.module.OpenDescriptor;
import dev.relib.module.UnloadReport;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to unload a generation: what it has done and found.
 *
 * @param generation the id of the generation
 * @param outcome how it ended
 * @param reason why it did not end with the library gone, {@code null} if it did
 * @param message the reason in words, {@code null} likewise
 * @param started when it began
 * @param duration how long it took
 * @param callsInFlight calls that had not returned
 * @param threads threads of the module that were running
 * @param mappings lines of the process maps that still name the library, without their
 * addresses
 * @param leaks memory that the module had not given back
 * @param leakSites where most of it was allocated; empty unless allocations were sampled
 * @param descriptors file descriptors that it had not closed
 * @param closedDescriptors how many of them were closed
 * @param mappedMemory memory that it had mapped and not unmapped
 * @param unmapped how many of these mappings were unmapped
 * @param destructors its destructors of thread-locals
 */
public record UnloadDescriptor(long generation, String outcome, @Nullable String reason, @Nullable String message,
		Instant started, Duration duration, int callsInFlight, List<ThreadDescriptor> threads, List<String> mappings,
		MemoryLeaks leaks, List<LeakSite> leakSites, List<OpenDescriptor> descriptors, long closedDescriptors,
		List<MappingDescriptor> mappedMemory, long unmapped, Destructors destructors) {

	static @Nullable UnloadDescriptor of(@Nullable UnloadReport report) {
		return (report != null) ? of(report, report.leakReport()) : null;
	}

	private static UnloadDescriptor of(UnloadReport report, LeakReport left) {
		return new UnloadDescriptor(report.generation(), report.outcome().name(),
				(report.reason() != null) ? report.reason().name() : null, report.describe(), report.started(),
				report.duration(), report.callsInFlight(), report.threads().stream().map(ThreadDescriptor::of).toList(),
				report.mappings().stream().map(UnloadDescriptor::withoutAddresses).toList(), left.leaks(), left.leakSites(),
				left.descriptors(), left.closedDescriptorCount(),
				left.mappedMemory().stream().map(MappingDescriptor::of).toList(), left.unmappedCount(), left.destructors());
	}

	/** Where code is mapped is what an attacker would like to know. */
	private static String withoutAddresses(String line) {
		return line.replaceFirst("^[0-9a-f]+-[0-9a-f]+ ", "");
	}

}
