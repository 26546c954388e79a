// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import java.util.concurrent.CompletableFuture;

import dev.relib.os.KernelThread;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ProcThreadsTests {

	@Test
	void knowsTheBeginningOfAThreadsName() {
		CompletableFuture<String> name = new CompletableFuture<>();
		new Thread(() -> name.complete(new ProcThreads().currentName()), "worker-of-the-test").start();
		assertThat(name.join()).isEqualTo("worker-of-the-t");
	}

	@Test
	void takesAThreadForAliveWhoseStartIsUnknown() {
		ProcThreads threads = new ProcThreads();
		KernelThread known = threads.current();
		KernelThread unknown = new KernelThread(known.id(), "", known.name(), known.seen());
		assertThat(threads.has(known)).isTrue();
		assertThat(threads.has(unknown)).isTrue();
		assertThat(threads.has(new KernelThread(known.id(), "1", known.name(), known.seen()))).isFalse();
	}

	@Test
	void knowsThatAThreadHasEnded() throws InterruptedException {
		ProcThreads threads = new ProcThreads();
		CompletableFuture<KernelThread> id = new CompletableFuture<>();
		Thread thread = new Thread(() -> id.complete(threads.current()));
		thread.start();
		thread.join();
		await().until(() -> !threads.has(id.join()));
	}

}
