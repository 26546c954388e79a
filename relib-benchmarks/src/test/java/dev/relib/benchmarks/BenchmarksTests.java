// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.util.Collection;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs every benchmark briefly and checks that it yields a result. The results are
 * meaningless, because the benchmarks run in the JVM of the tests.
 */
class BenchmarksTests {

	@Test
	void runEveryBenchmarkOnce() throws RunnerException {
		Collection<RunResult> results = new Runner(new OptionsBuilder().include("dev.relib.benchmarks")
			.forks(0)
			.warmupIterations(0)
			.measurementIterations(1)
			.measurementTime(TimeValue.milliseconds(100))
			.shouldFailOnError(true)
			.build()).run();
		assertThat(results).hasSizeGreaterThanOrEqualTo(2)
			.allSatisfy((result) -> assertThat(result.getPrimaryResult().getScore()).isPositive());
	}

}
