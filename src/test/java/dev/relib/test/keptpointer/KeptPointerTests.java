// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.keptpointer;

import java.nio.file.Path;
import java.util.function.Consumer;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.UnloadReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A library stays as long as another one, which stays, has a pointer to a function of it.
 */
@OnOneJdk
class KeptPointerTests {

	private static final ModuleOptions PLAIN = ModuleOptions.builder().kind(ModuleKind.PLAIN).build();

	@TempDir
	private Path directory;

	private ModuleRegistry registry;

	private NativeModule module;

	/** A holder that stays is another test's. */
	private static int holders;

	@BeforeEach
	void load() {
		holders++;
		fixture().source(getClass(), "holder.c").compile("holder" + holders);
		this.registry = ModuleRegistry.builder().build();
		this.module = add("user");
	}

	@AfterEach
	void close() {
		this.registry.close();
	}

	@Test
	void saysWhoseVariableHasThePointer() {
		Keeper other = add("other").exports(Keeper.class);
		UnloadReport report = unloadAfter(Keeper::keep);
		assertThat(report.outcome()).isEqualTo(Outcome.PINNED);
		assertThat(report.reason()).isEqualTo(Reason.POINTER_KEPT);
		assertThat(report.describe()).contains("libholder" + holders + ".so has kept a pointer to the function answer",
				"in its variable holder_function");
		assertThat(other.call()).isEqualTo(42);
	}

	@Test
	void saysWhichLibraryHasThePointerInAPlaceWithoutAName() {
		add("other");
		assertThat(unloadAfter(Keeper::keepHidden).describe())
			.contains("libholder" + holders + ".so has kept a pointer to the function answer, at offset 0x");
	}

	@Test
	void goesOnceThePointerIsTakenBack() {
		add("other");
		assertUnloaded(unloadAfter((keeper) -> {
			keeper.keep();
			keeper.forget();
		}));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-DTIDY", "-Wl,-fini=take_back" })
	void goesIfItTakesThePointerBackInADestructor(String option) {
		Keeper other = add("other").exports(Keeper.class);
		this.module = add("tidy", option);
		assertUnloaded(unloadAfter(Keeper::keepHidden));
		assertThat(other.call()).isZero();
		assertThat(other.ends()).isOne();
	}

	@Test
	void goesIfConstantsAreKeptThatItsLinkerHasPutAmongTheCode() {
		add("other");
		this.module = add("mixed", "-Wl,-z,noseparate-code");
		assertUnloaded(unloadAfter(Keeper::keepText));
		this.module.load();
		assertUnloaded(unloadAfter(Keeper::keepHeaders));
		this.module.load();
		assertThat(unloadAfter(Keeper::keepHidden).reason()).isEqualTo(Reason.POINTER_KEPT);
	}

	@Test
	void goesWithTheLibraryThatHasThePointer() {
		assertUnloaded(unloadAfter(Keeper::keep));
	}

	private UnloadReport unloadAfter(Consumer<Keeper> use) {
		use.accept(this.module.exports(Keeper.class));
		return this.module.unload();
	}

	private static void assertUnloaded(UnloadReport report) {
		assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.UNLOADED);
	}

	private NativeModule add(String name, String... options) {
		NativeFixture fixture = fixture().source(getClass(), "user.c");
		for (String option : options) {
			fixture.option(option);
		}
		Path library = fixture.option("-Wl,-rpath," + this.directory)
			.option("-Wl,--no-as-needed")
			.option("-L.")
			.option("-lholder" + holders)
			.compile(name);
		return this.registry.add(new ModuleDefinition(name, library, PLAIN));
	}

	private NativeFixture fixture() {
		return NativeFixture.in(this.directory).header(getClass(), "holder.h");
	}

}
