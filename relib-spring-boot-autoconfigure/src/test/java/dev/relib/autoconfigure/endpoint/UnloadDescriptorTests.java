// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import dev.relib.module.Destructors;
import dev.relib.module.LeakReport;
import dev.relib.module.MappedMemory;
import dev.relib.module.MemoryLeaks;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.UnloadReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnloadDescriptorTests {

	@Test
	void hidesAddresses() {
		LeakReport left = new LeakReport(MemoryLeaks.NONE, List.of(), List.of(), 0,
				List.of(new MappedMemory(0x7f12_3456_7000L, 4096, "worker_map+0x10")), 0, Destructors.NONE, Set.of());
		UnloadReport report = new UnloadReport(1, Outcome.PINNED, Reason.STILL_MAPPED, null, Instant.now(),
				Duration.ZERO, 0, List.of(),
				List.of("7f1234567000-7f1234568000 r-xp 00001000 fe:00 42                  /private/1-libworker.so"),
				left, List.of());
		UnloadDescriptor shown = UnloadDescriptor.of(report);
		assertThat(shown.toString()).doesNotContain("7f1234567000").doesNotContain("139716");
		assertThat(shown.mappings()).singleElement().asString().startsWith("r-xp ").endsWith("/1-libworker.so");
		assertThat(shown.mappedMemory()).containsExactly(new MappingDescriptor(4096, "worker_map+0x10"));
	}

}
