// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import dev.relib.failure.ModuleClosedException;
import dev.relib.module.CallTiming;
import dev.relib.module.ModuleState;
import dev.relib.os.ProcessFence;
import org.jspecify.annotations.Nullable;

/**
 * The agreement between callers and a drain: the guard's own, and plausible but wrong
 * ones, which show that the proof can fail.
 */
interface GuardProtocol {

	/** Directs callers to a generation. */
	void open(Generation generation);

	/** Enters a call and returns the id of the generation that it runs on. */
	long enter();

	void exit();

	boolean isRunning(Generation generation);

	/**
	 * The guard itself.
	 * @param fence what makes asymmetric marks sound; {@code null} for volatile ones
	 */
	static GuardProtocol real(@Nullable ProcessFence fence) {
		return new Real(fence);
	}

	/** A caller's mark that its next read may overtake. */
	static GuardProtocol withReleaseStore() {
		return new Control(false, true);
	}

	/** A caller's mark without a second read of the serving generation. */
	static GuardProtocol withoutSecondLook() {
		return new Control(true, false);
	}

	/**
	 * The guard itself.
	 */
	final class Real implements GuardProtocol {

		/** Few, so that a drain polls as often as possible. */
		private static final int FEW_BINS = 2;

		private final CallGuard guard;

		private final ThreadLocal<CallFrame> frame = new ThreadLocal<>();

		Real(@Nullable ProcessFence fence) {
			this.guard = new CallGuard(new CallStacks(FEW_BINS, () -> Long.MAX_VALUE, fence, () -> 0, CallTiming.OFF),
					() -> ModuleClosedException.notLoaded("test", ModuleState.UNLOADED));
		}

		@Override
		public void open(Generation generation) {
			this.guard.open(generation);
		}

		@Override
		public long enter() {
			CallFrame entered = this.guard.enter();
			this.frame.set(entered);
			return entered.generation().id();
		}

		@Override
		public void exit() {
			this.guard.exit(this.frame.get());
		}

		@Override
		public boolean isRunning(Generation generation) {
			return this.guard.callsInFlight(generation) > 0;
		}

	}

	/**
	 * The mark of one caller, with one part left out.
	 */
	final class Control implements GuardProtocol {

		private static final VarHandle MARK;

		static {
			try {
				MARK = MethodHandles.lookup().findVarHandle(Control.class, "mark", Generation.class);
			}
			catch (ReflectiveOperationException ex) {
				throw new ExceptionInInitializerError(ex);
			}
		}

		private final boolean fence;

		private final boolean secondLook;

		private Generation mark;

		private volatile Generation serving;

		Control(boolean fence, boolean secondLook) {
			this.fence = fence;
			this.secondLook = secondLook;
		}

		@Override
		public void open(Generation generation) {
			this.serving = generation;
		}

		@Override
		public long enter() {
			Generation generation = this.serving;
			while (true) {
				if (this.fence) {
					MARK.setVolatile(this, generation);
				}
				else {
					MARK.setRelease(this, generation);
				}
				Generation now = this.secondLook ? this.serving : generation;
				if (now == generation) {
					return generation.id();
				}
				generation = now;
			}
		}

		@Override
		public void exit() {
			MARK.setRelease(this, null);
		}

		@Override
		public boolean isRunning(Generation generation) {
			return MARK.getVolatile(this) == generation;
		}

	}

}
