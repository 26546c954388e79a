// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import dev.relib.benchmarks.contract.Order;
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

	private final Next again = (value) -> add(value, 1);

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

	@Override
	public int nest(int value) {
		return this.raw.raw_nest(this.again, value);
	}

	@Override
	public Order price(Order order) {
		Pointer success = success();
		Pointer priced = this.functions.__relib__Work_price(success, OrderMemory.ofThread().write(order));
		check(success);
		int lines = (int) priced.getLong(OrderMemory.LENGTH);
		Order read = OrderMemory.read(bytes(priced, OrderMemory.HEADER),
				bytes(priced.getPointer(OrderMemory.LINES), lines * OrderMemory.LINE), lines);
		this.functions.__post__relib__Work_price(priced);
		return read;
	}

	private static ByteBuffer bytes(Pointer from, int length) {
		byte[] bytes = new byte[length];
		from.get(0, bytes, 0, length);
		return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
	}

	@Override
	public long allocate(int times) {
		return this.raw.raw_allocate(times);
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

		/** The export. */
		Pointer __relib__Work_price(Pointer success, long order);

		/** Frees what the export returns. */
		void __post__relib__Work_price(Pointer priced);

	}

	/**
	 * The functions without the kit.
	 */
	public interface RawFunctions {

		/** Adds. */
		int raw_add(Pointer success, int a, int b);

		/** Calls back. */
		int raw_call_back(Next next, int times);

		/** Calls back once. */
		int raw_nest(Next next, int value);

		/** Allocates and frees. */
		long raw_allocate(int times);

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
