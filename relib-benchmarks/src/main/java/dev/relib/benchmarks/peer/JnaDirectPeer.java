// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer;

import java.util.Map;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * JNA's direct mapping: native methods that JNA binds. It has no structures by value.
 */
public final class JnaDirectPeer extends Peer {

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

	/**
	 * The functions of the module.
	 */
	private static final class Module {

		static {
			Native.register(Module.class, open(Libraries.module().toString()));
		}

		static native int __relib__Work_add(long success, int a, int b);

		static native double __relib__Work_mix(long success, int a, long b, double c, float d, short e, byte f);

	}

	/**
	 * The functions without the kit.
	 */
	private static final class Raw {

		static {
			Native.register(Raw.class, open(Libraries.raw().toString()));
		}

		static native int raw_add(long success, int a, int b);

	}

	private static NativeLibrary open(String library) {
		return NativeLibrary.getInstance(library, Map.of(Library.OPTION_OPEN_FLAGS, 2));
	}

}
