// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer;

import java.nio.ByteBuffer;

/**
 * The native methods that are written by hand.
 */
final class JniCalls {

	private JniCalls() {
	}

	/** Opens the library, before anything is called. */
	static void open(String library) {
		System.load(library);
	}

	static native int rawAdd(int a, int b);

	static native int add(int a, int b);

	static native double mix(int a, long b, double c, float d, short e, byte f);

	static native byte[] copyText(byte[] text);

	static native byte[] copyBytes(byte[] bytes);

	static native long price(long order);

	static native void freePriced(long priced);

	static native ByteBuffer view(long address, int length);

	static native long address(ByteBuffer buffer);

	static native int callBack(int times);

	static native int nest(int value);

	static native long allocate(int times);

	static native int openAndClose(String library);

	/** Called by native code. */
	static int next(int value) {
		return value + 1;
	}

	/** Called by native code. */
	static int again(int value) {
		return add(value, 1);
	}

}
