// SPDX-License-Identifier: Apache-2.0
package dev.relib.registry;

import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import dev.relib.LibraryPolicy;
import dev.relib.RelibExports;
import dev.relib.failure.ModuleClosedException;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.link.Downcall;
import dev.relib.link.FunctionShape;
import dev.relib.link.Linker;
import dev.relib.link.Upcall;
import dev.relib.link.UpcallTarget;
import dev.relib.link.jna.JnaLinker;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleSource;
import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.call.CallGuard;
import dev.relib.module.call.CallStacks;
import dev.relib.module.call.ImportStubs;
import dev.relib.module.lifecycle.GenerationLoader;
import dev.relib.module.lifecycle.GenerationUnloader;
import dev.relib.module.lifecycle.LoadRequest;
import dev.relib.module.lifecycle.LoadedGeneration;
import dev.relib.os.PrivateDirectory;
import dev.relib.runtime.RuntimeLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An interface whose functions are slow to bind, because the loader is busy, holds up
 * nobody who does not need them.
 */
@OnOneJdk
@Timeout(60)
class FacadesTests {

	@TempDir
	private Path directory;

	private final CallGuard guard = new CallGuard(new CallStacks(() -> Long.MAX_VALUE), FacadesTests::closed);

	private final SlowLinker linker = new SlowLinker();

	private final Facades facades = new Facades("bound", this.guard, this.linker, new CriticalCalls(this.linker),
			FacadesTests::closed, true);

	@Test
	void areServedWhileTheNextGenerationBindsAnother() {
		try (PrivateDirectory copies = RuntimeLibrary.createDirectory(this.directory)) {
			LoadedGeneration first = load(copies, 1);
			LoadedGeneration second = load(copies, 2);
			this.facades.serve(first);
			One one = this.facades.get(One.class);
			this.linker.slow = true;
			CompletableFuture<Void> serving = CompletableFuture.runAsync(() -> this.facades.serve(second));
			this.linker.awaitCall();
			Two two = this.facades.get(Two.class);
			assertThat(two.two()).isEqualTo(2);
			assertThat(this.facades.interfaces()).hasSize(2);
			this.linker.goOn();
			serving.join();
			assertThat(second.boundInterfaces()).isEqualTo(2);
			unload(first);
			assertThat(one.one()).isEqualTo(1);
			assertThat(two.two()).isEqualTo(2);
			this.facades.stopServing();
			unload(second);
		}
	}

	@Test
	void stopServingWhileAnInterfaceIsBound() {
		try (PrivateDirectory copies = RuntimeLibrary.createDirectory(this.directory)) {
			LoadedGeneration generation = load(copies, 1);
			this.facades.serve(generation);
			this.linker.slow = true;
			CompletableFuture<One> asking = CompletableFuture.supplyAsync(() -> this.facades.get(One.class));
			this.linker.awaitCall();
			this.facades.stopServing();
			this.linker.goOn();
			assertThatExceptionOfType(Exception.class).isThrownBy(asking::join)
				.withCauseInstanceOf(ModuleClosedException.class);
			unload(generation);
		}
	}

	private static ModuleClosedException closed() {
		return ModuleClosedException.registryClosed("bound");
	}

	private void unload(LoadedGeneration generation) {
		assertThat(new GenerationUnloader(this.guard, UnloadOptions.DEFAULT).unload(generation).outcome())
			.isEqualTo(Outcome.UNLOADED);
	}

	private LoadedGeneration load(PrivateDirectory copies, long id) {
		Path library = NativeFixture.in(this.directory)
			.source("bound.c",
					"#define EXPORT __attribute__((visibility(\"default\")))\n"
							+ "EXPORT int one(void);\nEXPORT int two(void);\n"
							+ "int one(void) { return 1; }\nint two(void) { return 2; }\n")
			.compile("bound");
		return new GenerationLoader(copies, this.linker, RuntimeLibrary.shared(copies, new JnaLinker()))
			.load(new LoadRequest(id, ModuleSource.of("bound", library), LibraryPolicy.DEFAULT,
					ModuleOptions.builder().kind(ModuleKind.PLAIN).build(), List.of(),
					new ImportStubs("bound", (source, trait) -> Optional.empty(), this.linker, this.guard), this.guard,
					() -> {
					}, () -> false));
	}

	@RelibExports
	interface One {

		int one();

	}

	@RelibExports
	interface Two {

		int two();

	}

	/**
	 * Waits in its next call once it is slow.
	 */
	private static final class SlowLinker implements Linker {

		private final Linker linker = new JnaLinker();

		private final CountDownLatch called = new CountDownLatch(1);

		private final CountDownLatch goOn = new CountDownLatch(1);

		private volatile boolean slow;

		void awaitCall() {
			await(this.called);
		}

		void goOn() {
			this.goOn.countDown();
		}

		private static void await(CountDownLatch latch) {
			try {
				latch.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public String name() {
			return this.linker.name();
		}

		@Override
		public Downcall downcall(FunctionShape shape) {
			if (this.slow) {
				this.slow = false;
				this.called.countDown();
				await(this.goOn);
			}
			return this.linker.downcall(shape);
		}

		@Override
		public MethodHandle handle(FunctionShape shape) {
			return this.linker.handle(shape);
		}

		@Override
		public Downcall downcallWithErrno(FunctionShape shape) {
			return this.linker.downcallWithErrno(shape);
		}

		@Override
		public Upcall upcall(FunctionShape shape, MethodHandle target, String threadPrefix) {
			return this.linker.upcall(shape, target, threadPrefix);
		}

		@Override
		public Upcall upcall(FunctionShape shape, UpcallTarget target, String threadPrefix) {
			return this.linker.upcall(shape, target, threadPrefix);
		}

	}

}
