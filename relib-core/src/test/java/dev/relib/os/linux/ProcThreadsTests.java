// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcThreadsTests {

	@Test
	void knowsTheBeginningOfAThreadsName() {
		CompletableFuture<String> name = new CompletableFuture<>();
		new Thread(() -> name.complete(new ProcThreads().currentName()), "worker-of-the-test").start();
		assertThat(name.join()).isEqualTo("worker-of-the-t");
	}

}
