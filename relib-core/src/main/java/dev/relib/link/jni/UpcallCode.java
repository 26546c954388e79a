// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jni;

import java.lang.invoke.MethodHandle;
import java.util.function.LongUnaryOperator;

import dev.relib.os.LentMemory;
import dev.relib.os.NativeAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What librelib_rt calls when native code calls a function. It knows types of the JDK
 * only, and keeps no reference: neither this object nor its class has to be kept for it.
 */
final class UpcallCode implements LongUnaryOperator, Runnable {

	private static final Logger logger = LoggerFactory.getLogger(UpcallCode.class);

	/** Where librelib_rt sees that nothing was thrown. */
	private static final int DONE = -Long.BYTES;

	private final MethodHandle target;

	private final String threadPrefix;

	/**
	 * Creates the code.
	 * @param target takes the address of the values and returns a word; see
	 * {@link UpcallHandle}
	 * @param threadPrefix begins the names of threads of native code
	 */
	UpcallCode(MethodHandle target, String threadPrefix) {
		this.target = target;
		this.threadPrefix = threadPrefix;
	}

	@Override
	public long applyAsLong(long values) {
		long result = 0;
		try {
			result = (long) this.target.invokeExact(values);
		}
		catch (Throwable ex) {
			logger.error("An exception can not cross native code, whose call gets 0", ex);
		}
		LentMemory.putByte(values + DONE, (byte) 1);
		return result;
	}

	/** Names a thread that native code has started. */
	@Override
	public void run() {
		Thread.currentThread().setName(this.threadPrefix + "-" + NativeAccess.current().threads().currentName());
	}

}
