// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.stress;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import dev.relib.fixture.ChildJvm;
import dev.relib.test.CargoModule;
import dev.relib.test.CppModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reloads modules under load. The system property {@code stress.reloads} sets the number
 * of reloads.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class StressTests {

	@Test
	void reloadsARustModuleUnderAllKindsOfThreads() {
		reload(CargoModule.library("stress"));
	}

	@Test
	void reloadsACppModuleUnderAllKindsOfThreads(@TempDir Path directory) {
		reload(CppModule.compile(directory, "stress", "stressed", "stage"));
	}

	private static void reload(Path library) {
		ChildJvm.Result result = new ChildJvm().optimizing()
			.option("-Xms256m")
			.option("-Xmx256m")
			// Compiler threads that start and end would change the address space.
			.option("-XX:-UseDynamicNumberOfCompilerThreads")
			.timeout(Duration.ofHours(1))
			.run(StressProgram.class, library.toString(), System.getProperty("stress.reloads", "200"));
		System.out.println(result.output());
		assertThat(result.exitCode()).as(result.output()).isZero();
	}

}
