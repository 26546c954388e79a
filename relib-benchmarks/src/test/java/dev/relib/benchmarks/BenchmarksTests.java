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
 * The short mode: every benchmark runs and yields a figure. The figure itself means
 * nothing in a JVM that runs tests.
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
