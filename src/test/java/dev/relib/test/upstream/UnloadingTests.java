// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstream;

import dev.relib.module.MemoryLeaks;
import dev.relib.module.MemoryUsage;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An unload frees what a module has leaked, whichever allocator and features the module
 * was built with.
 */
class UnloadingTests {

	private static final int MEBIBYTE = 1 << 20;

	@ParameterizedTest
	@ValueSource(strings = { "unloading", "dealloc_validation", "custom_allocator" })
	void freesAndCountsLeaks(String features) {
		try (UpstreamModule module = UpstreamModule.load(features)) {
			module.crate.leak(3 * MEBIBYTE);
			module.crate.leak(MEBIBYTE);
			UnloadReport report = module.module.unload();
			assertThat(report.outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(report.mappings()).isEmpty();
			assertThat(report.leaks().bytes()).isBetween(4L * MEBIBYTE, 4L * MEBIBYTE + 100_000);
			assertThat(report.leaks().freedCount()).isEqualTo(report.leaks().count()).isBetween(2L, 100L);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "unloading", "dealloc_validation" })
	void leavesAllocationsAloneIfToldSo(String features) {
		try (UpstreamModule module = UpstreamModule.load(features,
				ModuleOptions.builder().trackAllocations(false).build())) {
			module.crate.leak(MEBIBYTE);
			assertThat(module.crate.passMemoryAround(2, 15_000)).isEqualTo(30_000);
			assertNotCounted(module);
		}
	}

	/**
	 * Upstream's tracker of allocations is an allocator, in whose place is another one.
	 */
	@Test
	void saysThatAModuleDoesNotTell() {
		try (UpstreamModule module = UpstreamModule.load("foreign_allocator")) {
			module.crate.leak(MEBIBYTE);
			assertNotCounted(module);
		}
	}

	private static void assertNotCounted(UpstreamModule module) {
		assertThat(module.module.info().serving().memory()).isEqualTo(MemoryUsage.NOT_COUNTED);
		UnloadReport report = module.module.unload();
		assertThat(report.outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(report.leaks()).isEqualTo(MemoryLeaks.NOT_COUNTED);
	}

	@Test
	void givesTwoHundredMegabytesBack() throws Exception {
		try (UpstreamModule module = UpstreamModule.load("unloading")) {
			module.crate.leak(1000);
			module.module.unload();
			module.module.load();
			long before = Memory.addressSpace();
			module.crate.leak(200L * MEBIBYTE);
			assertThat(module.crate.big(200L * MEBIBYTE)).hasSize(200 * MEBIBYTE);
			assertThat(Memory.addressSpace() - before).isGreaterThanOrEqualTo(200L * MEBIBYTE);
			assertThat(module.module.unload().leaks().bytes()).isGreaterThanOrEqualTo(200L * MEBIBYTE);
			assertThat(Memory.addressSpace() - before).isLessThan(20L * MEBIBYTE);
		}
	}

	@Test
	void destroysThreadLocals() {
		try (UpstreamModule module = UpstreamModule.load("unloading")) {
			module.crate.threadLocals();
			assertThat(module.host.destroyed).hasValue(0);
			assertThat(module.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(module.host.destroyed).hasValue(1);
		}
	}

	@Test
	void startsAnewWithEachGeneration() {
		try (UpstreamModule module = UpstreamModule.load("unloading")) {
			assertThat(module.crate.firstCall()).isTrue();
			assertThat(module.crate.firstCall()).isFalse();
			assertThat(module.module.reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(module.crate.firstCall()).isTrue();
		}
	}

	@Test
	void saysWhatItIs() {
		try (UpstreamModule module = UpstreamModule.load("unloading")) {
			assertThat(module.module.info().serving().buildInfo()).containsEntry("relib", "0.7.0")
				.containsEntry("unloading", "true");
			assertThat(module.module.info().serving().exports()).contains("Crate_greet");
			assertThat(module.module.info().serving().imports()).contains("CrateHost_answer");
			assertThat(module.module.info().serving().memory().liveCount()).isNotNegative();
		}
	}

}
