// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer;

import jnr.ffi.LibraryLoader;
import jnr.ffi.Memory;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;
import jnr.ffi.annotations.Delegate;

/**
 * jnr-ffi's mapping of an interface. It has no structures by value.
 */
public final class JnrPeer extends Peer {

	private static final ThreadLocal<Pointer> SUCCESS = ThreadLocal
		.withInitial(() -> Memory.allocateDirect(Runtime.getSystemRuntime(), 8));

	private final Functions functions = LibraryLoader.create(Functions.class).load(Libraries.module().toString());

	private final RawFunctions raw = LibraryLoader.create(RawFunctions.class).load(Libraries.raw().toString());

	private final Next next = (value) -> value + 1;

	@Override
	public int rawAdd(int a, int b) {
		Pointer success = success();
		int sum = this.raw.raw_add(success, a, b);
		check(success);
		return sum;
	}

	@Override
	public int add(int a, int b) {
		Pointer success = success();
		int sum = this.functions.__relib__Work_add(success, a, b);
		check(success);
		return sum;
	}

	@Override
	public double mix(int a, long b, double c, float d, short e, byte f) {
		Pointer success = success();
		double sum = this.functions.__relib__Work_mix(success, a, b, c, d, e, f);
		check(success);
		return sum;
	}

	@Override
	public int callBack(int times) {
		return this.raw.raw_call_back(this.next, times);
	}

	private static Pointer success() {
		Pointer success = SUCCESS.get();
		success.putByte(0, (byte) 0);
		return success;
	}

	private static void check(Pointer success) {
		if (success.getByte(0) != 1) {
			throw new IllegalStateException("panic");
		}
	}

	/**
	 * The functions of the module.
	 */
	public interface Functions {

		/** The export. */
		int __relib__Work_add(Pointer success, int a, int b);

		/** The export. */
		double __relib__Work_mix(Pointer success, int a, long b, double c, float d, short e, byte f);

	}

	/**
	 * The functions without the kit.
	 */
	public interface RawFunctions {

		/** Adds. */
		int raw_add(Pointer success, int a, int b);

		/** Calls back. */
		int raw_call_back(Next next, int times);

	}

	/**
	 * What is called back.
	 */
	public interface Next {

		/** Returns the number after another. */
		@Delegate
		int call(int value);

	}

}
