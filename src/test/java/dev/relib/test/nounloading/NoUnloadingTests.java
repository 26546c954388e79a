// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.nounloading;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.relib.module.UnloadReport;
import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.ModuleClosedException;
import dev.relib.failure.ModulePanicException;
import dev.relib.failure.UnloadingOffException;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleState;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.test.ProcessFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * With unloading switched off, everything but unloading and reloading works.
 */
class NoUnloadingTests {

	private final AtomicBoolean movedOut = new AtomicBoolean();

	@Test
	void neverUnloadsTheModule(@TempDir Path directory) {
		Path library = NativeFixture.in(directory)
			.kit()
			.bindings("resident", "landlord")
			.source(NoUnloadingTests.class, "nounloading.c")
			.compile("nounloading");
		ModuleRegistry registry = ModuleRegistry.builder()
			.imports(ImportBinding.of(Landlord.class, new TestLandlord()))
			.build();
		NativeModule module = registry
			.add(new ModuleDefinition("resident", library, ModuleOptions.builder().unloading(false).build()));
		Resident resident = module.exports(Resident.class);
		try (registry) {
			assertServes(resident);
			assertUnloadRefused(module);
			assertThatExceptionOfType(UnloadingOffException.class).isThrownBy(module::reload);
			assertServes(resident);
			assertThat(module.state()).isEqualTo(ModuleState.LOADED);
		}
		assertThat(module.state()).isEqualTo(ModuleState.PINNED);
		assertThat(this.movedOut).isFalse();
		assertThat(ProcessFigures.now("-libnounloading.so").libraryMappings()).isPositive();
		assertThatExceptionOfType(ModuleClosedException.class).isThrownBy(() -> resident.greet("Ada"));
	}

	private static void assertServes(Resident resident) {
		assertThat(resident.greet("Ada")).isEqualTo("Countess Ada");
		assertThatExceptionOfType(ModulePanicException.class).isThrownBy(() -> resident.greet(""))
			.withMessageContaining("who?");
		assertThatThrownBy(() -> resident.greet("nobody")).isInstanceOf(IllegalArgumentException.class)
			.hasMessage("no title");
	}

	private static void assertUnloadRefused(NativeModule module) {
		UnloadReport report = module.unload();
		assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
		assertThat(report.reason()).isEqualTo(Reason.UNLOADING_OFF);
		assertThat(report.describe()).isEqualTo("unloading is switched off (relib.unloading)");
	}

	private final class TestLandlord implements Landlord {

		@Override
		public String title(String name) {
			if (name.equals("nobody")) {
				throw new IllegalArgumentException("no title");
			}
			return "Countess " + name;
		}

		@Override
		public void movedOut() {
			NoUnloadingTests.this.movedOut.set(true);
		}

	}

}
