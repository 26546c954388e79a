// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.fixture.NativeFixture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Compares a call of an export through the export object with JNA's interface mapping of
 * the same native function, which neither counts calls nor guards against an unload.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
public class ExportCallBenchmark {

	private static final int RTLD_NOW = 2;

	private final ModuleRegistry registry = ModuleRegistry.builder().build();

	private final Arithmetic arithmetic;

	private final Mapped mapped;

	private final Memory outcome = new Memory(1);

	/**
	 * Compiles the module, and loads it as a module and with JNA.
	 */
	public ExportCallBenchmark() {
		Path library = NativeFixture.in(directory())
			.kit()
			.bindings("arithmetic")
			.source(ExportCallBenchmark.class, "arithmetic.c")
			.option("-O2")
			.compile("arithmetic");
		this.arithmetic = this.registry.add(new ModuleDefinition("arithmetic", library)).exports(Arithmetic.class);
		this.mapped = Native.load(library.toString(), Mapped.class, Map.of(Library.OPTION_OPEN_FLAGS, RTLD_NOW));
	}

	static Path directory() {
		try {
			return Files.createTempDirectory("relib-benchmark");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Unloads the module.
	 */
	@TearDown
	public void unload() {
		this.registry.close();
	}

	/**
	 * Calls the export object, which guards and counts the call.
	 * @return the sum
	 */
	@Benchmark
	public int injected() {
		return this.arithmetic.add(1, 2);
	}

	/**
	 * Calls JNA's interface mapping, with the same check of the success flag.
	 * @return the sum
	 */
	@Benchmark
	public int jnaInterfaceMapping() {
		this.outcome.setByte(0, (byte) 0);
		int sum = this.mapped.__relib__Arithmetic_add(this.outcome, 1, 2);
		if (this.outcome.getByte(0) != 1) {
			throw new IllegalStateException("Arithmetic.add panicked");
		}
		return sum;
	}

	/**
	 * JNA's mapping of the function.
	 */
	public interface Mapped extends Library {

		/**
		 * Adds two numbers.
		 * @param outcome the success flag, set to 1 by the function
		 * @param a a number
		 * @param b another number
		 * @return their sum
		 */
		int __relib__Arithmetic_add(Pointer outcome, int a, int b);

	}

}
