// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

import dev.relib.link.FunctionShape;
import dev.relib.link.Linker;

/**
 * The function pointers of one shape for the callbacks of one module. One that has ended
 * is used again after many others have ended, so that a library that calls it too late is
 * likely to be found out.
 */
final class CallbackStubs {

	private static final int RESTING = 32;

	private static final Map<Key, CallbackStubs> ALL = new ConcurrentHashMap<>();

	private final Key key;

	private final Queue<CallbackStub> resting = new ArrayDeque<>();

	/** All of them: the linker frees what nobody holds. */
	private final List<CallbackStub> all = new ArrayList<>();

	private CallbackStubs(Key key) {
		this.key = key;
	}

	static CallbackStubs of(Linker linker, FunctionShape shape, String module) {
		return ALL.computeIfAbsent(new Key(linker.name(), shape, module), CallbackStubs::new);
	}

	CallbackStub begin(Linker linker, Callback callback) {
		CallbackStub stub = take(linker);
		stub.begin(callback);
		return stub;
	}

	private CallbackStub take(Linker linker) {
		synchronized (this.all) {
			if (this.resting.size() >= RESTING) {
				return this.resting.remove();
			}
			CallbackStub stub = new CallbackStub(this, linker, this.key.shape(), "relib-" + this.key.module());
			this.all.add(stub);
			return stub;
		}
	}

	void giveBack(CallbackStub stub) {
		synchronized (this.all) {
			this.resting.add(stub);
		}
	}

	private record Key(String linker, FunctionShape shape, String module) {

	}

}
