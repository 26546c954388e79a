// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.invoke.MethodHandle;
import java.util.List;

import dev.relib.contract.JavaFunction;
import dev.relib.facade.RelibImport;
import dev.relib.link.FunctionShape;
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
	 * The shape of an import, for generated code of it.
	 * @param function the import
	 * @return the shape of the function that native code calls
	 */
	public static FunctionShape shape(JavaFunction function) {
		return new ArgumentReader(function).shape(new ReturnWriter(function).machineType());
	}

	/**
	 * Makes generated code of an import callable.
	 * @param linker makes the function, and keeps no stub that nobody holds
	 * @param function the import
	 * @param target implements it where generated code does not
	 * @param access what generated code asks for
	 * @param code takes a {@link RelibImport} and what native code passes
	 * @return the stub, which holds target and code
	 */
	public static ImportStub of(Linker linker, JavaFunction function, ImportTarget target, ImportAccess access,
			MethodHandle code) {
		ImportDispatch dispatch = new ImportDispatch(function, target);
		Upcall upcall = linker.upcall(dispatch.shape(), code.bindTo(new DirectImport(dispatch, access)),
				"relib-" + target.module());
		return new ImportStub(upcall.address(), function.signature().returnsOwned() ? FREE : 0, List.of(upcall));
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
