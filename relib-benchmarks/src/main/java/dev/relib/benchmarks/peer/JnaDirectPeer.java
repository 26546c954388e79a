// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer;

import java.util.Map;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import dev.relib.benchmarks.contract.Order;

/**
 * JNA's direct mapping: native methods that JNA binds. It has no structures by value.
 */
public final class JnaDirectPeer extends Peer {

	private final JnaInterfacePeer.Next next = (value) -> value + 1;

	private final JnaInterfacePeer.Next again = (value) -> add(value, 1);

	@Override
	public int rawAdd(int a, int b) {
		Pointer success = JnaInterfacePeer.success();
		int sum = Raw.raw_add(Pointer.nativeValue(success), a, b);
		JnaInterfacePeer.check(success);
		return sum;
	}

	@Override
	public int add(int a, int b) {
		Pointer success = JnaInterfacePeer.success();
		int sum = Module.__relib__Work_add(Pointer.nativeValue(success), a, b);
		JnaInterfacePeer.check(success);
		return sum;
	}

	@Override
	public double mix(int a, long b, double c, float d, short e, byte f) {
		Pointer success = JnaInterfacePeer.success();
		double sum = Module.__relib__Work_mix(Pointer.nativeValue(success), a, b, c, d, e, f);
		JnaInterfacePeer.check(success);
		return sum;
	}

	@Override
	public Order price(Order order) {
		Pointer success = JnaInterfacePeer.success();
		long priced = Module.__relib__Work_price(Pointer.nativeValue(success), OrderMemory.ofThread().write(order));
		JnaInterfacePeer.check(success);
		Order read = JnaMemory.order(new Pointer(priced));
		Module.__post__relib__Work_price(priced);
		return read;
	}

	@Override
	public int callBack(int times) {
		return Raw.raw_call_back(this.next, times);
	}

	@Override
	public int nest(int value) {
		return Raw.raw_nest(this.again, value);
	}

	@Override
	public long allocate(int times) {
		return Raw.raw_allocate(times);
	}

	/**
	 * The functions of the module.
	 */
	private static final class Module {

		static {
			Native.register(Module.class, open(Libraries.module().toString()));
		}

		static native int __relib__Work_add(long success, int a, int b);

		static native double __relib__Work_mix(long success, int a, long b, double c, float d, short e, byte f);

		static native long __relib__Work_price(long success, long order);

		static native void __post__relib__Work_price(long priced);

	}

	/**
	 * The functions without the kit.
	 */
	private static final class Raw {

		static {
			Native.register(Raw.class, open(Libraries.raw().toString()));
		}

		static native int raw_add(long success, int a, int b);

		static native int raw_call_back(JnaInterfacePeer.Next next, int times);

		static native int raw_nest(JnaInterfacePeer.Next next, int value);

		static native long raw_allocate(int times);

	}

	private static NativeLibrary open(String library) {
		return NativeLibrary.getInstance(library, Map.of(Library.OPTION_OPEN_FLAGS, 2));
	}

}
