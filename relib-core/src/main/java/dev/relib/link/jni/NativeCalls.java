// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jni;

import java.io.InputStream;

/**
 * The native methods of librelib_rt. Each calls a function with that many words and
 * floating-point numbers; those that the function has no parameters for are in registers
 * that it does not read, or behind its last argument on the stack.
 */
final class NativeCalls {

	private NativeCalls() {
	}

	static native long word2x0(long function, long a, long b);

	static native double number2x0(long function, long a, long b);

	static native long word4x0(long function, long a, long b, long c, long d);

	static native double number4x0(long function, long a, long b, long c, long d);

	static native long word6x0(long function, long a, long b, long c, long d, long e, long f);

	static native double number6x0(long function, long a, long b, long c, long d, long e, long f);

	static native long word8x0(long function, long a, long b, long c, long d, long e, long f, long g, long h);

	static native double number8x0(long function, long a, long b, long c, long d, long e, long f, long g, long h);

	static native long word6x4(long function, long a, long b, long c, long d, long e, long f, double q, double r,
			double s, double t);

	static native double number6x4(long function, long a, long b, long c, long d, long e, long f, double q, double r,
			double s, double t);

	static native long word6x8(long function, long a, long b, long c, long d, long e, long f, double q, double r,
			double s, double t, double u, double v, double w, double x);

	static native double number6x8(long function, long a, long b, long c, long d, long e, long f, double q, double r,
			double s, double t, double u, double v, double w, double x);

	static native long word16x8(long function, long a, long b, long c, long d, long e, long f, long g, long h, long i,
			long j, long k, long l, long m, long n, long o, long p, double q, double r, double s, double t, double u,
			double v, double w, double x);

	static native double number16x8(long function, long a, long b, long c, long d, long e, long f, long g, long h,
			long i, long j, long k, long l, long m, long n, long o, long p, double q, double r, double s, double t,
			double u, double v, double w, double x);

	static native long errnoWord16x8(long function, long error, long a, long b, long c, long d, long e, long f, long g,
			long h, long i, long j, long k, long l, long m, long n, long o, long p, double q, double r, double s,
			double t, double u, double v, double w, double x);

	static native double errnoNumber16x8(long function, long error, long a, long b, long c, long d, long e, long f,
			long g, long h, long i, long j, long k, long l, long m, long n, long o, long p, double q, double r,
			double s, double t, double u, double v, double w, double x);

	/**
	 * Makes a function that calls the target for as long as somebody else holds that.
	 * @param target its {@code skip} gets the address of the values; also a
	 * {@link Runnable}, which runs on a thread of native code before its first call
	 * @return the function's address, 0 if there are no more
	 */
	static native long openUpcall(InputStream target);

	/**
	 * Has calls of Java use the JVM by the letter of JNI, in all class loaders.
	 * @param strict {@code false} if it takes more than that
	 */
	static native void beStrict(boolean strict);

}
