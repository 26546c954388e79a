// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(value = 2, unit = TimeUnit.HOURS)
class SoakTests {

	@Test
	void leavesNothingBehindInAThousandCycles(@TempDir Path directory) {
		Path library = NativeFixture.in(directory)
			.kit()
			.bindings("soak")
			.source(SoakTests.class, "soak.c")
			.compile("soak");
		ChildJvm.Result result = new ChildJvm().steadyMemory("256m")
			.timeout(Duration.ofHours(1))
			.run(SoakProgram.class, library.toString(), System.getProperty("soak.cycles", "1000"));
		System.out.println(result.output());
		assertThat(result.exitCode()).as(result.output()).isZero();
	}

}
