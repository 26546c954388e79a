// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.ffm;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps exceptions from leaving an upcall, which would end the process.
 */
final class Harmless {

	private static final Logger logger = LoggerFactory.getLogger(Harmless.class);

	private static final MethodHandle REPORT;

	static {
		try {
			REPORT = MethodHandles.lookup()
				.findStatic(Harmless.class, "report", MethodType.methodType(void.class, Throwable.class));
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private Harmless() {
	}

	/** Makes a target answer with a zero where it throws. */
	static MethodHandle of(MethodHandle target) {
		Class<?> returns = target.type().returnType();
		MethodHandle report = (returns == void.class) ? REPORT
				: MethodHandles.filterReturnValue(REPORT, MethodHandles.zero(returns));
		return MethodHandles.catchException(target, Throwable.class, report);
	}

	private static void report(Throwable thrown) {
		try {
			logger.error("A function that native code has called has thrown; it got 0 and goes on", thrown);
		}
		catch (Throwable ex) {
			// There may be no stack or memory left to write with.
		}
	}

}
