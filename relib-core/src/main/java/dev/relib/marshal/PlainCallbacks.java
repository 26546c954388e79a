// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import dev.relib.link.Linker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The callbacks of one open library. Of those that it keeps, the same object is the same
 * function pointer for as long as the library is open, so that it can be asked to forget
 * it.
 */
public final class PlainCallbacks {

	private static final Logger logger = LoggerFactory.getLogger(PlainCallbacks.class);

	/** A library that keeps as many is told a new object at each call. */
	private static final int MANY = 1000;

	private final Linker linker;

	private final String module;

	private final Map<Object, Map<CallbackType, CallbackStub>> stubs = new IdentityHashMap<>();

	private int kept;

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
			.computeIfAbsent(type, (unknown) -> keep(new Callback(type, name, target, this::failed)))
			.address();
	}

	private CallbackStub keep(Callback callback) {
		this.kept++;
		if (this.kept == MANY) {
			logger.warn(
					"Module '{}' keeps 1,000 callbacks by now, the last one as {}. Each new object takes native "
							+ "memory until the module is unloaded: pass the same object again",
					this.module, callback.name());
		}
		CallbackStub stub = begin(callback);
		stub.keep();
		return stub;
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
	 * Ends all callbacks of a library that stays mapped. None of their functions becomes
	 * another callback's.
	 * @return what has to be kept reachable as long as the library may call
	 */
	public synchronized List<Object> endForGood() {
		List<Object> stubs = new ArrayList<>();
		this.stubs.values().forEach((byType) -> stubs.addAll(byType.values()));
		this.stubs.values().forEach((byType) -> byType.values().forEach(CallbackStub::endForGood));
		this.stubs.clear();
		return stubs;
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
