// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jni;

import java.io.InputStream;
import java.lang.invoke.MethodHandle;

import dev.relib.os.LentMemory;
import dev.relib.os.NativeAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What librelib_rt calls when native code calls a function. It knows methods of the JDK's
 * own classes only, and keeps no reference: neither this object nor its class stays for
 * it. A stream by name only: of the classes whose method takes and returns a word, it is
 * the plainest, and the JVM would take longer to find the method of an interface.
 */
final class UpcallCode extends InputStream implements Runnable {

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

	/**
	 * Runs the target.
	 * @param values the address of the values that native code has passed
	 * @return what it gets
	 */
	@Override
	public long skip(long values) {
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

	@Override
	public int read() {
		throw new UnsupportedOperationException();
	}

	/** Names a thread that native code has started. */
	@Override
	public void run() {
		Thread.currentThread().setName(this.threadPrefix + "-" + NativeAccess.current().threads().currentName());
	}

}
