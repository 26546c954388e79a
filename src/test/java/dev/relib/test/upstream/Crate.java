// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstream;

import dev.relib.RelibExports;

/**
 * Exports of the crate in {@code native/upstream}. Unsigned numbers of 8 and 16 bits are
 * {@code int} where they are passed, and bytes and shorts where they are returned: Rust
 * expects the upper bits of an argument to be zero, and leaves those of a return as they
 * are.
 */
@RelibExports
public interface Crate {

	String greet(String name);

	String tail(String text);

	byte[] reverse(byte[] bytes);

	boolean not(boolean value);

	byte nextI8(byte value);

	byte nextU8(int value);

	short nextU16(int value);

	int nextI32(int value);

	long nextU64(long value);

	double half(double value);

	String many(String a, String b, String c, String d, boolean e, int f, float g);

	String throughTheHost(String text, boolean flag, int number8, long number, double ratio, byte[] bytes);

	String ask(String question);

	int countTwice();

	String askOnAThread(String question);

	long sumOfHostBytes(long count);

	void panic(String message);

	String backtrace();

	void beforeUnloadPanics(boolean panics);

	void leak(long bytes);

	byte[] big(long bytes);

	void threadLocals();

	void startThread();

	void stopThread();

	void detachThread(long millis);

	void giveBackWhatWasNotAllocated();

	long passMemoryAround(int threads, int rounds);

	boolean firstCall();

	int version();

	int defaulted();

}
