// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.util.List;

import dev.relib.contract.JavaFunction;
import dev.relib.link.Linker;
import dev.relib.link.Upcall;
import dev.relib.os.NativeAccess;

/**
 * The function pointers through which native code calls one import. They are valid for as
 * long as this object is strongly reachable.
 */
public final class ImportStub {

	/**
	 * Owned returns come from the C library's allocator, so that its own function frees
	 * them, without a call into Java.
	 */
	private static final long FREE = NativeAccess.current().loader().global("free");

	private final long address;

	private final long freeAddress;

	/** Reachable as long as the stub is. */
	private final List<Object> held;

	private ImportStub(long address, long freeAddress, List<Object> held) {
		this.address = address;
		this.freeAddress = freeAddress;
		this.held = held;
	}

	/**
	 * Makes the host's implementation of an import callable.
	 * @param linker makes the function
	 * @param function the import
	 * @param target implements it; held by the stub only
	 * @return the stub
	 */
	public static ImportStub of(Linker linker, JavaFunction function, ImportTarget target) {
		ImportDispatch dispatch = new ImportDispatch(function, target);
		Upcall upcall = linker.upcall(dispatch.shape(), new WeakImport(dispatch), "relib-" + target.module());
		return new ImportStub(upcall.address(), function.signature().returnsOwned() ? FREE : 0,
				List.of(upcall, dispatch));
	}

	/**
	 * Stands for functions of native code.
	 * @param address the address of the import
	 * @param freeAddress the address of the function that frees its owned returns, 0 if
	 * it has none
	 * @return the stub, valid while their library is open
	 */
	public static ImportStub ofNative(long address, long freeAddress) {
		return new ImportStub(address, freeAddress, List.of());
	}

	/**
	 * The function that native code calls.
	 * @return its address
	 */
	public long address() {
		return this.address;
	}

	/**
	 * The function that frees the owned returns of the import.
	 * @return its address; 0 if the import returns a primitive, an enum or nothing
	 */
	public long freeAddress() {
		return this.freeAddress;
	}

}
