// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.symbols;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongFunction;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.NativeSymbol;
import dev.relib.failure.ModuleClosedException;
import dev.relib.failure.UnknownSymbolException;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.Cleanup;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.Threading;
import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The raw address of a symbol, which is only valid while the module stays loaded.
 */
@Timeout(60)
class SymbolTests {

	private static final LongFunction<Integer> READ = (address) -> new Pointer(address).getInt(0);

	@TempDir
	private Path directory;

	private final ModuleRegistry registry = ModuleRegistry.builder()
		.unloadOptions(
				new UnloadOptions(Duration.ofMillis(100), Duration.ofSeconds(10), Duration.ofSeconds(10), Cleanup.ALL))
		.build();

	@AfterEach
	void close() {
		this.registry.close();
	}

	@Test
	void isThatOfTheServingGeneration() {
		NativeModule module = add(1, null);
		NativeSymbol number = module.symbol("number");
		assertThat(number.name()).isEqualTo("number");
		assertThat(number.call(READ)).isEqualTo(1);
		int sum = module.symbol("add")
			.call((address) -> Function.getFunction(new Pointer(address)).invokeInt(new Object[] { 2, 3 }));
		assertThat(sum).isEqualTo(5);
		compile(2);
		module.reload();
		assertThat(number.call(READ)).isEqualTo(2);
	}

	@Test
	void runsItsActionOnTheThreadOfTheFunctions() {
		Thread here = Thread.currentThread();
		NativeModule module = add(1, Threading.OWNER);
		module.symbol("number").run((address) -> assertThat(Thread.currentThread()).isNotSameAs(here));
		assertThatIllegalStateException().isThrownBy(() -> module.symbol("number").run((address) -> {
			throw new IllegalStateException("mine");
		})).withMessage("mine");
	}

	@Test
	void keepsTheModuleWhileAnActionHasIt() throws Exception {
		NativeModule module = add(1, null);
		NativeSymbol number = module.symbol("number");
		CountDownLatch inside = new CountDownLatch(1);
		CountDownLatch leave = new CountDownLatch(1);
		CompletableFuture<Integer> action = CompletableFuture.supplyAsync(() -> number.call((address) -> {
			inside.countDown();
			await(leave);
			return READ.apply(address);
		}));
		inside.await();
		assertThat(module.unload().reason()).isEqualTo(Reason.CALLS_IN_FLIGHT);
		leave.countDown();
		assertThat(action.get()).isEqualTo(1);
		assertThat(module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		assertThatExceptionOfType(ModuleClosedException.class).isThrownBy(() -> number.call(READ));
		assertThatExceptionOfType(ModuleClosedException.class).isThrownBy(() -> module.symbol("number"));
	}

	@Test
	void mustBeOneThatTheLibraryItselfOffers() {
		NativeModule module = add(1, null);
		for (String unknown : new String[] { "nothing", "hidden", "abs", "" }) {
			assertThatExceptionOfType(UnknownSymbolException.class).isThrownBy(() -> module.symbol(unknown))
				.withMessageContaining("module 'numbers'")
				.withMessageContaining("offers no symbol " + unknown + " in generation 1");
		}
		NativeSymbol first = module.symbol("only_in_1");
		compile(2);
		module.reload();
		assertThatExceptionOfType(UnknownSymbolException.class).isThrownBy(() -> first.call(READ))
			.withMessageContaining("only_in_1 in generation 2");
	}

	@Test
	void isEachThreadsOwnIfItIsThreadLocal() {
		NativeModule module = add(1, null);
		NativeSymbol own = module.symbol("own");
		assertThat(own.call(READ)).isZero();
		own.run((address) -> new Pointer(address).setInt(0, 7));
		assertThat(CompletableFuture.supplyAsync(() -> own.call(READ)).join()).isZero();
		assertThat(own.call(READ)).isEqualTo(7);
		assertThat(module.symbol("own").call(READ)).isEqualTo(7);
	}

	private NativeModule add(int number, Threading threading) {
		return this.registry.add(new ModuleDefinition("numbers", compile(number),
				ModuleOptions.builder().kind(ModuleKind.PLAIN).threading(threading).build()));
	}

	private Path compile(int number) {
		return NativeFixture.in(this.directory)
			.source("numbers.c", "#include <stdlib.h>\n" //
					+ "__attribute__((visibility(\"default\"))) int number = " + number + ", only_in_" + number + ";\n"
					+ "__attribute__((visibility(\"default\"))) __thread int own;\n"
					+ "__attribute__((visibility(\"hidden\"))) int hidden = 3;\n"
					+ "__attribute__((visibility(\"default\"))) int add(int a, int b)"
					+ " { return abs(a) + abs(b) + 0 * hidden; }\n")
			.compile("numbers");
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
