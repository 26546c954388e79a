// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.nio.file.Path;

import dev.relib.link.jna.JnaLinker;
import dev.relib.os.ProcessFence;
import dev.relib.runtime.RuntimeLibrary;
import org.jspecify.annotations.Nullable;

/**
 * One caller's mark, as the call guard has it, and the number of the generation that
 * serves. Each test runs in JVMs of its own and decides first how marks are stored.
 */
final class Drained {

	private final Mark mark = new Mark();

	private volatile int serving = 1;

	/** Decides for this JVM. */
	static void decide(@Nullable ProcessFence fence) {
		CallMark.decide(fence);
	}

	/** The kernel's fence on all threads. */
	static ProcessFence kernel() {
		return RuntimeLibrary
			.shared(RuntimeLibrary.createDirectory(Path.of(System.getProperty("java.io.tmpdir"))), new JnaLinker())
			.fence();
	}

	/** Marks a call and returns the generation that serves then. */
	int enter() {
		this.mark.mark(1);
		return this.serving;
	}

	int enterWithReleaseStore() {
		this.mark.leave(1);
		return this.serving;
	}

	int enterWithoutSecondLook() {
		int generation = this.serving;
		this.mark.mark(1);
		return generation;
	}

	/** Changes the generation and returns how many calls are marked then. */
	int drain() {
		this.serving = 2;
		CallMark.current().afterChange();
		return this.mark.depthNow();
	}

	/**
	 * The mark itself.
	 */
	private static final class Mark extends CallDepth.Padded {

	}

}
