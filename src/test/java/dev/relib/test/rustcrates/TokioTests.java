// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustcrates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.relib.module.ModuleThread;
import dev.relib.module.OpenDescriptor;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.UnloadReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A module with a tokio runtime: threads, timers, sockets and files.
 */
class TokioTests {

	private static final String WORKER = "tokio-rt-worker";

	private CrateModule<TokioServer> module;

	private TokioServer server;

	@BeforeEach
	void load() {
		this.module = CrateModule.load("tokioserver", TokioServer.class);
		this.server = this.module.exports;
		this.server.start();
	}

	@AfterEach
	void close() {
		if (this.module != null) {
			this.module.close();
		}
	}

	@Test
	void isShutDownByBeforeUnload(@TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("file"), "content");
		assertThat(this.server.echo("héllo")).isEqualTo("héllo");
		assertThat(this.server.sleep(20)).isBetween(20L, 5000L);
		assertThat(this.server.read(file.toString())).isEqualTo("content");
		assertThat(this.server.compute(1000)).isEqualTo(500_500);
		await().untilAsserted(() -> assertThat(this.module.threads()).extracting(ModuleThread::name)
			.hasSizeBetween(3, 6)
			.containsOnly(WORKER));
		assertThat(this.module.module.info().serving().descriptors()).extracting(OpenDescriptor::kind)
			.contains("epoll", "eventfd", "socket");
		UnloadReport report = this.module.unload();
		assertThat(report.leakReport().descriptors()).isEmpty();
		assertThat(report.leakReport().destructors().abandoned()).isZero();
	}

	@Test
	void refusesTheUnloadIfItIsNotShutDown() throws IOException {
		this.server.forgetTheShutdown(true);
		UnloadReport refused = this.module.module.unload();
		assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
		assertThat(refused.reason()).isEqualTo(Reason.THREADS_RUNNING);
		assertThat(refused.describe()).contains("'" + WORKER + "' (id ", "5tokio7runtime");
		assertThat(refused.threads()).extracting(ModuleThread::name)
			.hasSizeGreaterThanOrEqualTo(2)
			.containsOnly(WORKER);
		assertThat(this.server.echo("still there")).isEqualTo("still there");
		this.server.forgetTheShutdown(false);
		this.module.unload();
	}

}
