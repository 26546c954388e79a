// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

import dev.relib.LibraryPolicy;
import dev.relib.failure.ModuleClosedException;
import dev.relib.link.jna.JnaLinker;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleSource;
import dev.relib.module.call.CallGuard;
import dev.relib.module.call.CallStacks;
import dev.relib.module.call.ImportStubs;
import dev.relib.module.call.OwnerThreads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Whatever ends the wait for a part that is running, the load is not undone before that
 * part has ended.
 */
@Timeout(60)
class LoadWaitTests {

	private final CountDownLatch finish = new CountDownLatch(1);

	@AfterEach
	void endPart() {
		this.finish.countDown();
	}

	@Test
	void givesUpTheLoadIfTheWaitFails() {
		Load load = load(() -> {
			throw new IllegalStateException("nobody knows");
		});
		assertThatIllegalStateException().isThrownBy(() -> run(load)).withMessage("nobody knows");
		assertThat(load.isWanted()).isFalse();
		assertThat(load.running()).isNotDone();
		assertThatExceptionOfType(CancellationException.class).isThrownBy(load::requireWanted);
	}

	@Test
	void restoresAnInterruptWhenItGivesUp() {
		Load load = load(() -> true);
		Thread.currentThread().interrupt();
		try {
			assertThatExceptionOfType(ModuleClosedException.class).isThrownBy(() -> run(load));
		}
		finally {
			assertThat(Thread.interrupted()).isTrue();
		}
	}

	private void run(Load load) {
		new LoadWait(load).run(() -> {
			try {
				this.finish.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}, () -> {
			throw new AssertionError("it is not late");
		});
	}

	private static Load load(BooleanSupplier cancelled) {
		CallGuard guard = new CallGuard(new CallStacks(() -> 1L << 20),
				() -> ModuleClosedException.registryClosed("waiting"));
		return new Load(new LoadRequest(1, new ModuleSource("waiting", "libwaiting.so"), LibraryPolicy.DEFAULT,
				ModuleOptions.DEFAULT, List.of(),
				new ImportStubs("waiting", (source, trait) -> Optional.empty(), new JnaLinker(), guard), guard, () -> {
				}, cancelled), new OwnerThreads());
	}

}
