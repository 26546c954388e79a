// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

import dev.relib.link.Linker;
import org.jspecify.annotations.Nullable;

/**
 * The callbacks of one open library. Of those that it keeps, the same object is the same
 * function pointer for as long as the library is open, so that it can be asked to forget
 * it.
 */
public final class PlainCallbacks {

	private final Linker linker;

	private final String module;

	private final Map<Object, Map<CallbackType, CallbackStub>> stubs = new IdentityHashMap<>();

	/** The innermost call of the library on each thread. */
	private final ThreadLocal<@Nullable Loan> calls = new ThreadLocal<>();

	private volatile boolean used;

	/**
	 * Creates an empty set.
	 * @param linker makes function pointers
	 * @param module the library's module
	 */
	public PlainCallbacks(Linker linker, String module) {
		this.linker = linker;
		this.module = module;
	}

	CallbackStub begin(Callback callback) {
		return CallbackStubs.of(this.linker, callback.type().shape(), this.module).begin(this.linker, callback);
	}

	/** Returns the address of the function that calls an object. */
	synchronized long keep(CallbackType type, String name, Object target) {
		this.used = true;
		return this.stubs.computeIfAbsent(target, (unknown) -> new HashMap<>())
			.computeIfAbsent(type, (unknown) -> begin(new Callback(type, name, target, this::failed)))
			.address();
	}

	/** Whether a callback that the library keeps may run during a call. */
	boolean areUsed() {
		return this.used;
	}

	/**
	 * Notes the innermost call of this thread.
	 * @return the call around it
	 */
	@Nullable Loan enter(@Nullable Loan call) {
		Loan outer = this.calls.get();
		if (call != null) {
			this.calls.set(call);
		}
		else {
			this.calls.remove();
		}
		return outer;
	}

	private boolean failed(Throwable thrown) {
		Loan call = this.calls.get();
		return call != null && call.fail(thrown);
	}

	/**
	 * Ends all callbacks, after the library is closed. A call of one is refused from then
	 * on.
	 */
	public synchronized void end() {
		this.stubs.values().forEach((byType) -> byType.values().forEach(CallbackStub::end));
		this.stubs.clear();
	}

}
