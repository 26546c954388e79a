// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.fixture.NativeFixture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Calls of exports that take and return text and bytes.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
public class SequenceCallBenchmark {

	/** The length of the argument in bytes. */
	@Param({ "16", "1024" })
	private int size;

	private final ModuleRegistry registry = ModuleRegistry.builder().build();

	private final Texts texts;

	private String text = "";

	private byte[] bytes = {};

	/**
	 * Compiles and loads the module.
	 */
	public SequenceCallBenchmark() {
		Path library = NativeFixture.in(ExportCallBenchmark.directory())
			.kit()
			.bindings("texts")
			.source(SequenceCallBenchmark.class, "texts.c")
			.option("-O2")
			.compile("texts");
		this.texts = this.registry.add(new ModuleDefinition("texts", library)).exports(Texts.class);
	}

	/**
	 * Creates the arguments.
	 */
	@Setup
	public void fill() {
		this.text = "x".repeat(this.size);
		this.bytes = new byte[this.size];
	}

	/**
	 * Unloads the module.
	 */
	@TearDown
	public void unload() {
		this.registry.close();
	}

	/**
	 * Passes ASCII text.
	 * @return the copy
	 */
	@Benchmark
	public String text() {
		return this.texts.copy(this.text);
	}

	/**
	 * Passes bytes.
	 * @return the copy
	 */
	@Benchmark
	public byte[] bytes() {
		return this.texts.copyBytes(this.bytes);
	}

}
