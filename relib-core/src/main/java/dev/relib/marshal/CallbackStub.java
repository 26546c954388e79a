// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.util.concurrent.atomic.AtomicBoolean;

import dev.relib.link.FunctionShape;
import dev.relib.link.Linker;
import dev.relib.link.Upcall;
import dev.relib.link.UpcallTarget;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A function pointer that native code calls back through. Linkers keep function pointers
 * until the process ends, so one serves many callbacks, one after the other. Between them
 * it has none: a call then comes too late, and is a line of the log.
 */
final class CallbackStub implements UpcallTarget {

	private static final Logger logger = LoggerFactory.getLogger(CallbackStub.class);

	private final CallbackStubs home;

	private final FunctionShape shape;

	private final Upcall upcall;

	private final AtomicBoolean late = new AtomicBoolean();

	private volatile @Nullable Callback callback;

	private volatile String last = "";

	private volatile boolean kept;

	CallbackStub(CallbackStubs home, Linker linker, FunctionShape shape, String threadPrefix) {
		this.home = home;
		this.shape = shape;
		this.upcall = linker.upcall(shape, this, threadPrefix);
	}

	void begin(Callback next) {
		this.late.set(false);
		this.last = next.name();
		this.kept = false;
		this.callback = next;
	}

	/** Lets the callback last until the library is unloaded. */
	void keep() {
		this.kept = true;
	}

	/** Ends the callback, which nothing here reaches from then on. */
	void end() {
		endForGood();
		this.home.giveBack(this);
	}

	/** Ends the callback, and is no other one from then on. */
	void endForGood() {
		this.callback = null;
	}

	long address() {
		return this.upcall.address();
	}

	@Override
	public @Nullable Object call(Object[] values) {
		Callback now = this.callback;
		if (now != null) {
			return now.call(values);
		}
		if (this.late.compareAndSet(false, true)) {
			logger.error("Native code has called {} after its end; it got 0 and goes on. {}", this.last,
					this.kept ? "Have the library forget the callback before the module goes"
							: "Annotate the parameter with @RelibKept if the library keeps the callback");
		}
		return this.shape.returns().zero();
	}

}
