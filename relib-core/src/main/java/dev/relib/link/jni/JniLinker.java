// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jni;

import java.lang.invoke.MethodHandle;

import dev.relib.link.Downcall;
import dev.relib.link.FunctionShape;
import dev.relib.link.KnownShapes;
import dev.relib.link.Linker;
import dev.relib.link.Upcall;
import dev.relib.link.jna.JnaLinker;
import dev.relib.link.jna.JnaNatives;

/**
 * The fast linker of JDKs without {@code java.lang.foreign}. Structures by value, and
 * more arguments than it can pass, go the way of JNA.
 */
public final class JniLinker implements Linker {

	private final Linker others = new JnaLinker();

	private final KnownShapes known = new KnownShapes(this::make);

	/**
	 * Creates a linker.
	 * @param register the address of {@code relib_rt_register_natives}
	 */
	public JniLinker(long register) {
		JnaNatives.register(register, NativeCalls.class);
		NativeCalls.beStrict(StrictJvm.isThis());
		Conversions.link();
	}

	@Override
	public String name() {
		return "jni";
	}

	@Override
	public void prepare(long function) {
		this.others.prepare(function);
	}

	@Override
	public MethodHandle handle(FunctionShape shape) {
		return this.known.handle(shape);
	}

	@Override
	public Downcall downcall(FunctionShape shape) {
		return this.known.downcall(shape);
	}

	private MethodHandle make(FunctionShape shape) {
		if (shape.hasStructures()) {
			return this.others.handle(shape);
		}
		Placement placement = new Placement(shape.parameters());
		Variant variant = Variant.of(placement);
		if (variant == null) {
			return this.others.handle(shape);
		}
		NativeHandle handle = new NativeHandle(shape, placement);
		return handle.of(variant.call(handle.nativeReturn()), 1, variant);
	}

	@Override
	public Downcall downcallWithErrno(FunctionShape shape) {
		Placement placement = new Placement(shape.parameters());
		Variant variant = Variant.withErrno(placement);
		if (variant == null) {
			return this.others.downcallWithErrno(shape);
		}
		NativeHandle handle = new NativeHandle(shape, placement);
		return Downcall.of(handle.of(variant.callWithErrno(handle.nativeReturn()), 2, variant));
	}

	@Override
	public Upcall upcall(FunctionShape shape, MethodHandle target, String threadPrefix) {
		UpcallCode code = new UpcallCode(UpcallHandle.of(shape, target), threadPrefix);
		long address = NativeCalls.openUpcall(code);
		return (address != 0) ? new JniUpcall(address, code) : this.others.upcall(shape, target, threadPrefix);
	}

}
