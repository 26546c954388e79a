// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustleaks;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import dev.relib.test.CargoModule;
import dev.relib.test.ProcessFigures;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Leaks 200 MiB, and exits with 0 if an unload gives them back to the system. It runs in
 * a process whose other memory is steady.
 */
public final class RustLeaksProgram {

	private static final long LEAKED_KIB = 200 * 1024;

	private RustLeaksProgram() {
	}

	/** Runs without arguments. */
	public static void main(String[] arguments) {
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = registry.add(new ModuleDefinition("rustleaks", CargoModule.library("rustleaks")));
			RustLeaks leaks = module.exports(RustLeaks.class);
			ProcessFigures before = ProcessFigures.now("librustleaks");
			leaks.leak(LEAKED_KIB * 1024);
			ProcessFigures leaked = ProcessFigures.now("librustleaks");
			assertThat(leaked.addressSpaceKib() - before.addressSpaceKib()).isGreaterThan(LEAKED_KIB * 3 / 4);
			assertThat(leaked.residentKib() - before.residentKib()).isGreaterThan(LEAKED_KIB * 3 / 4);
			UnloadReport report = module.unload();
			assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.UNLOADED);
			assertThat(report.leaks().count()).isOne();
			assertThat(report.leaks().freedCount()).isOne();
			assertThat(report.leaks().bytes()).isBetween(LEAKED_KIB * 1024, LEAKED_KIB * 1024 + 50);
			ProcessFigures after = ProcessFigures.now("librustleaks");
			assertThat(after.addressSpaceKib() - before.addressSpaceKib()).isLessThan(LEAKED_KIB / 2);
			assertThat(after.residentKib() - before.residentKib()).isLessThan(LEAKED_KIB / 2);
			assertThat(after.libraryMappings()).isZero();
		}
	}

}
