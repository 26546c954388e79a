// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.borrowedcode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.Cleanup;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A module is not unmapped below threads that another module has led into it.
 */
class BorrowedCodeTests {

	private static final ModuleOptions PLAIN = ModuleOptions.builder().kind(ModuleKind.PLAIN).build();

	private final CountDownLatch called = new CountDownLatch(1);

	private volatile CountDownLatch answer = new CountDownLatch(0);

	private ModuleRegistry registry;

	private NativeModule module;

	private Lender lender;

	private Borrower borrower;

	@BeforeEach
	void load(@TempDir Path directory) {
		Path library = NativeFixture.in(directory)
			.kit()
			.bindings("lender", "lender_host")
			.source(getClass(), "lender.c")
			.compile("lender");
		Path other = NativeFixture.in(directory).source(getClass(), "borrower.c").compile("borrower");
		Duration brief = Duration.ofMillis(50);
		this.registry = ModuleRegistry.builder()
			.unloadOptions(new UnloadOptions(brief, Duration.ofSeconds(10), brief, Cleanup.ALL))
			.imports(ImportBinding.of(LenderHost.class, this::answer))
			.build();
		this.module = this.registry.add(new ModuleDefinition("lender", library));
		this.lender = this.module.exports(Lender.class);
		this.borrower = this.registry.add(new ModuleDefinition("borrower", other, PLAIN)).exports(Borrower.class);
	}

	private void answer() {
		this.called.countDown();
		try {
			this.answer.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@AfterEach
	void unload() {
		await().until(() -> this.module.unload().outcome() == Outcome.UNLOADED);
		this.registry.close();
	}

	@Test
	void seesAThreadThatHasCalledAnImportUntilItEnds() {
		this.borrower.start(this.lender.callsHost());
		await().until(() -> this.borrower.hasCalled() != 0);
		assertThat(refused().describe()).contains("at code that has called the host");
		this.borrower.end();
	}

	@Test
	void seesACallerInsideAnImport() throws InterruptedException {
		this.answer = new CountDownLatch(1);
		CompletableFuture<Void> call = CompletableFuture.runAsync(() -> this.borrower.call(this.lender.callsHost()));
		this.called.await();
		refused();
		this.answer.countDown();
		call.join();
	}

	@Test
	void seesACallerThatSleepsInside() throws InterruptedException {
		CompletableFuture<Void> call = CompletableFuture.runAsync(() -> this.borrower.call(this.lender.sleeps()));
		await().until(() -> this.lender.isInside() == 1);
		assertThat(refused().describe()).contains("at sleep_inside+0x");
		this.lender.wake();
		call.join();
	}

	@Test
	void seesAThreadThatComputesInside() {
		this.borrower.start(this.lender.computes());
		await().until(() -> this.lender.isInside() == 1);
		assertThat(refused().describe()).contains("at compute_inside+0x");
		this.lender.wake();
		await().until(() -> this.borrower.hasCalled() != 0);
		this.borrower.end();
	}

	private UnloadReport refused() {
		UnloadReport report = this.module.unload();
		assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
		assertThat(report.reason()).isEqualTo(Reason.THREADS_RUNNING);
		return report;
	}

}
