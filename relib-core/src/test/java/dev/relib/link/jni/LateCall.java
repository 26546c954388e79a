// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jni;

import java.lang.ref.WeakReference;

import dev.relib.link.Downcall;
import dev.relib.link.FunctionShape;
import dev.relib.link.Upcall;

/**
 * Calls a function while it is held, and after it has gone.
 */
final class LateCall {

	private LateCall() {
	}

	public static void main(String[] args) throws InterruptedException {
		JniLinker linker = JniLinkers.create();
		Downcall call = linker.downcall(FunctionShape.ofWords(1));
		Upcall upcall = linker.upcall(FunctionShape.ofWords(1), (values) -> (Long) values[0] + 1, "late");
		long address = upcall.address();
		for (long i = 0; i < 3; i++) {
			System.out.println("held " + call.call(address, new Object[] { i }));
		}
		WeakReference<Upcall> held = new WeakReference<>(upcall);
		upcall = null;
		while (held.get() != null || !call.call(address, new Object[] { 3L }).equals(0L)) {
			System.gc();
			Thread.sleep(10);
		}
		System.out.println("late 0");
	}

}
