package dev.relib.module.call;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import dev.relib.failure.ModuleClosedException;
import dev.relib.module.ModuleState;

/**
 * How callers and a drain agree: the guard's own way, and ways that look right and are
 * not, which show that the proof can fail.
 */
interface GuardProtocol {

	/** Lets callers onto a generation. */
	void open(Generation generation);

	/** Enters a call and returns the id of the generation that it runs on. */
	long enter();

	void exit();

	boolean isRunning(Generation generation);

	/** The guard as it is. */
	static GuardProtocol real() {
		return new Real();
	}

	/** A mark that the following read may overtake. */
	static GuardProtocol withoutFence() {
		return new Control(false, true);
	}

	/** A mark after which nobody looks again which generation serves. */
	static GuardProtocol withoutSecondLook() {
		return new Control(true, false);
	}

	/**
	 * The guard as it is.
	 */
	final class Real implements GuardProtocol {

		/** For a drain that looks as often as it can. */
		private static final int FEW_BINS = 2;

		private final CallGuard guard = new CallGuard(new CallStacks(FEW_BINS),
				() -> ModuleClosedException.notLoaded("test", ModuleState.UNLOADED));

		private final ThreadLocal<CallFrame> frame = new ThreadLocal<>();

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
	 * One caller's mark, with something left out.
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
					MARK.setOpaque(this, generation);
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
