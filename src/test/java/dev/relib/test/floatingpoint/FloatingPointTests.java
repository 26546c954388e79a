// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.floatingpoint;

import java.nio.file.Path;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.failure.ModulePanicException;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.Threading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Java computes right, whatever a module does to its thread.
 */
class FloatingPointTests {

	private static final double TINY = 1e-310;

	@TempDir
	private Path directory;

	private ModuleRegistry registry;

	/** What the import does before it divides. */
	private Runnable beforeHalf = () -> {
	};

	@BeforeEach
	void open() {
		this.registry = ModuleRegistry.builder()
			.directory(this.directory)
			.imports(ImportBinding.of(Halves.class, (Halves) (value) -> {
				this.beforeHalf.run();
				return value / 2;
			}))
			.build();
	}

	@AfterEach
	void close() {
		this.registry.close();
	}

	@Test
	void theCallerComputesAsBefore() {
		SignalProcessor processor = processor(Threading.CALLER);
		processor.flush();
		assertThat(half(TINY)).isEqualTo(5e-311);
		processor.roundUp();
		assertThat(Double.parseDouble("0.1") / Double.parseDouble("3")).isEqualTo(0.1 / 3);
		assertThatExceptionOfType(ModulePanicException.class).isThrownBy(processor::panic);
		assertThat(half(TINY)).isEqualTo(5e-311);
	}

	@Test
	void anImportComputesAsTheHost() {
		assertThat(processor(Threading.CALLER).halfByImport(TINY)).isEqualTo(5e-311);
	}

	@Test
	void aPanicOfACallInAnImportGivesEachItsOwnWayBack() {
		SignalProcessor processor = processor(Threading.CALLER);
		this.beforeHalf = () -> {
			processor.roundUp();
			assertThat(Double.parseDouble("0.1") / Double.parseDouble("3")).isEqualTo(0.1 / 3);
			assertThatExceptionOfType(ModulePanicException.class).isThrownBy(processor::panic);
		};
		assertThat(processor.halfByImport(TINY)).isEqualTo(5e-311);
	}

	@Test
	void aLibraryWithFastMathLeavesTheThreadThatOpensIt() {
		SignalProcessor processor = processor(Threading.OWNER, "-ffast-math");
		assertThat(processor.halfByImport(TINY)).isEqualTo(5e-311);
	}

	@Test
	void aLibraryWithoutTheKitIsToldToRestore() {
		Path library = NativeFixture.in(this.directory)
			.source("plain.c",
					"#include <fenv.h>\n__attribute__((visibility(\"default\"))) int round_up(void);\n"
							+ "int round_up(void) { return fesetround(FE_UPWARD); }\n")
			.option("-lm")
			.compile("plain");
		this.registry
			.add(new ModuleDefinition("plain", library,
					ModuleOptions.builder().kind(ModuleKind.PLAIN).restoreFloatingPoint(true).build()))
			.exports(PlainProcessor.class)
			.roundUp();
		assertThat(Double.parseDouble("0.1") / Double.parseDouble("3")).isEqualTo(0.1 / 3);
	}

	/** Divides when it runs, not when it is compiled. */
	private static double half(double value) {
		return value / 2;
	}

	private SignalProcessor processor(Threading threading, String... options) {
		NativeFixture fixture = NativeFixture.in(this.directory)
			.source(FloatingPointTests.class, "floatingpoint.c")
			.kit()
			.bindings("signal_processor", "halves")
			.option("-lm");
		for (String option : options) {
			fixture.option(option);
		}
		return this.registry
			.add(new ModuleDefinition("processor", fixture.compile("processor"),
					ModuleOptions.builder().threading(threading).build()))
			.exports(SignalProcessor.class);
	}

}
