// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * How many calls a thread is inside: the mark of its calls. Its thread writes it, drains
 * on other threads read it.
 */
abstract class CallDepth extends Padding {

	/** A constant for compilers. */
	private static final boolean ASYMMETRIC = CallMark.decide(null).isAsymmetric();

	private static final VarHandle DEPTH;

	static {
		try {
			DEPTH = MethodHandles.lookup().findVarHandle(CallDepth.class, "depth", int.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private int depth;

	/** Returns the depth; its thread, or anyone after its thread has ended. */
	final int depth() {
		return this.depth;
	}

	/** Returns the depth on any thread. */
	final int depthNow() {
		return (int) DEPTH.getVolatile(this);
	}

	/**
	 * Marks a call that may run on the serving generation, which the caller reads next.
	 */
	final void mark(int calls) {
		if (ASYMMETRIC) {
			DEPTH.setOpaque(this, calls);
		}
		else {
			DEPTH.setVolatile(this, calls);
		}
	}

	/** Marks a call that is nested in one of the same generation, which is marked. */
	final void markNested(int calls) {
		DEPTH.setRelease(this, calls);
	}

	/** Marks a call of the host's own, whichever generation serves. */
	final void markOwn(int calls) {
		DEPTH.setVolatile(this, calls);
	}

	/** Marks the end of a call, after all that it has done. */
	final void leave(int calls) {
		DEPTH.setRelease(this, calls);
	}

	/**
	 * Keeps other objects as far away behind.
	 */
	@SuppressWarnings("unused")
	abstract static class Padded extends CallDepth {

		private long p1;

		private long p2;

		private long p3;

		private long p4;

		private long p5;

		private long p6;

		private long p7;

		private long p8;

		private long p9;

		private long p10;

		private long p11;

		private long p12;

		private long p13;

		private long p14;

		private long p15;

	}

}
