// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.mainfunction;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntSupplier;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.InvalidContractException;
import dev.relib.failure.MainFailedException;
import dev.relib.failure.MissingExportException;
import dev.relib.failure.ModuleBusyException;
import dev.relib.failure.ModuleClosedException;
import dev.relib.failure.ModuleLoadException;
import dev.relib.failure.ModulePanicException;
import dev.relib.failure.ReturnMismatchException;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ModuleOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A module's main function runs after each load, before the module serves, or whenever
 * the host calls it.
 */
class MainFunctionTests {

	@TempDir
	private Path directory;

	private IntSupplier acts = () -> 3;

	private ModuleRegistry registry;

	@BeforeEach
	void open() {
		this.registry = ModuleRegistry.builder()
			.imports(ImportBinding.of(Opening.class, () -> this.acts.getAsInt()))
			.build();
	}

	@AfterEach
	void leavesNothing() throws Exception {
		this.registry.close();
		assertThat(Files.readString(Path.of("/proc/self/maps"))).doesNotContain("libplay");
	}

	@Test
	void runsAfterEachLoad() {
		NativeModule module = add(true);
		assertThat(module.exports(Play.class).acts()).isEqualTo(3);
		Thread caller = Thread.currentThread();
		this.acts = () -> (Thread.currentThread() == caller) ? 5 : -1;
		module.reload();
		assertThat(module.exports(Play.class).acts()).isEqualTo(5);
	}

	@Test
	void doesNotRunByDefault() {
		assertThat(add(false).exports(Play.class).acts()).isZero();
	}

	@Test
	void refusesAModuleWhoseMainPanics() {
		this.acts = () -> -2;
		assertThatExceptionOfType(MainFailedException.class).isThrownBy(() -> add(true))
			.withMessageContaining("module 'play'")
			.withMessageContaining("its main function failed (panic: -2 acts)")
			.withMessageContaining("relib.modules.play.main to false");
	}

	@Test
	void keepsTheOldGenerationIfTheNewMainFails() {
		NativeModule module = add(true);
		this.acts = () -> {
			throw new IllegalStateException("sold out");
		};
		assertThatExceptionOfType(MainFailedException.class).isThrownBy(module::reload)
			.withMessageContaining("import failed: java.lang.IllegalStateException: sold out");
		assertThat(module.exports(Play.class).acts()).isEqualTo(3);
		assertThat(module.info().retired()).isEmpty();
	}

	@Test
	@Timeout(20)
	void isRefusedAnOperationOfItsOwnModuleWhichWouldWaitForIt() {
		NativeModule module = add(true);
		this.acts = () -> {
			module.reload();
			return 1;
		};
		assertThatExceptionOfType(MainFailedException.class).isThrownBy(module::reload)
			.withMessageContaining("import failed: " + ModuleBusyException.class.getName())
			.withMessageContaining("try again after that call has returned");
		assertThat(module.exports(Play.class).acts()).isEqualTo(3);
	}

	@Test
	void refusesAModuleWithoutTheConfiguredMain() {
		Path library = NativeFixture.in(this.directory)
			.kit()
			.source("play.c", "#include \"relib_module.h\"\nRELIB_MODULE(\"1\", \"\")\n")
			.compile("play");
		assertThatExceptionOfType(MissingExportException.class).isThrownBy(() -> add(library, true))
			.isInstanceOf(ModuleLoadException.class)
			.withMessageContaining("__relib__main");
	}

	@Test
	@Timeout(20)
	void isDiscardedIfItClosesTheRegistry() {
		this.acts = () -> {
			this.registry.close();
			return 1;
		};
		assertThatExceptionOfType(ModuleClosedException.class).isThrownBy(() -> add(true))
			.withMessageContaining("its registry is closed");
	}

	@Test
	void runsWheneverTheHostCallsIt() {
		NativeModule module = add(false);
		this.acts = () -> 4;
		assertThat(module.callMain(void.class)).isNull();
		assertThat(module.exports(Play.class).acts()).isEqualTo(4);
		this.acts = () -> 6;
		assertThat(module.callMain(Void.class)).isNull();
		assertThat(module.exports(Play.class).acts()).isEqualTo(6);
	}

	@Test
	void failsItsCallerAsAnExportDoes() {
		NativeModule module = add(false);
		this.acts = () -> -2;
		assertThatExceptionOfType(ModulePanicException.class).isThrownBy(() -> module.callMain(void.class))
			.withMessage("module 'play' panicked in Module.main: -2 acts");
		IllegalStateException soldOut = new IllegalStateException("sold out");
		this.acts = () -> {
			throw soldOut;
		};
		assertThatIllegalStateException().isThrownBy(() -> module.callMain(void.class)).isSameAs(soldOut);
		module.unload();
		assertThatExceptionOfType(ModuleClosedException.class).isThrownBy(() -> module.callMain(void.class));
	}

	@Test
	void returnsNothing() {
		NativeModule module = add(false);
		assertThatExceptionOfType(ReturnMismatchException.class).isThrownBy(() -> module.callMain(int.class))
			.withMessageContaining("module 'play'")
			.withMessageContaining("module: returns nothing\n  host:   main() -> i32\n")
			.withMessageContaining("callMain(void.class)");
		assertThatExceptionOfType(InvalidContractException.class).isThrownBy(() -> module.callMain(Object.class))
			.withMessageContaining("Module.main uses java.lang.Object");
	}

	@Test
	void canOnlyBeCalledIfTheModuleHasOne() {
		NativeModule module = add(NativeFixture.in(this.directory)
			.kit()
			.source("play.c", "#include \"relib_module.h\"\nRELIB_MODULE(\"1\", \"\")\n")
			.compile("play"), false);
		assertThatExceptionOfType(MissingExportException.class).isThrownBy(() -> module.callMain(void.class))
			.withMessageContaining("module 'play'")
			.withMessageContaining("no symbol __relib__main")
			.withMessageContaining("Add RELIB_MAIN");
	}

	private NativeModule add(boolean main) {
		return add(NativeFixture.in(this.directory)
			.kit()
			.bindings("play", "opening")
			.source(MainFunctionTests.class, "mainfunction.c")
			.compile("play"), main);
	}

	private NativeModule add(Path library, boolean main) {
		return this.registry.add(new ModuleDefinition("play", library, ModuleOptions.builder().main(main).build()));
	}

}
