// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustcrates;

import java.nio.file.Path;

import dev.relib.fixture.ChildJvm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReloadTests {

	@ParameterizedTest
	@CsvSource({ "mimallocheap, local_dynamic_tls", "oncecells, ''", "rayonpool, ''", "regexmatcher, ''",
			"tokioserver, ''" })
	void leavesNothingBehind(String crate, String features) {
		Path library = CrateModule.library(crate, features);
		ChildJvm.Result result = new ChildJvm().option("-Xms256m")
			.option("-Xmx256m")
			.option("-XX:TieredStopAtLevel=1")
			// Otherwise the C library reserves a further arena of 64 MiB when threads
			// contend.
			.environment("MALLOC_ARENA_MAX", "1")
			.run(ReloadProgram.class, library.toString());
		System.out.println(result.output());
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.output()).contains("the threads have ended");
	}

}
