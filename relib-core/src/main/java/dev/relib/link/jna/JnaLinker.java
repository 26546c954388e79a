// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jna;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

import dev.relib.link.Downcall;
import dev.relib.link.FunctionShape;
import dev.relib.link.Linker;
import dev.relib.link.MachineType;
import dev.relib.link.Upcall;
import dev.relib.link.UpcallTarget;

/**
 * The linker that works on every supported JDK.
 */
public final class JnaLinker implements Linker {

	private static final MethodHandle CALL;

	static {
		try {
			CALL = MethodHandles.lookup()
				.findVirtual(Downcall.class, "call", MethodType.methodType(Object.class, long.class, Object[].class));
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	@Override
	public String name() {
		return "jna";
	}

	/**
	 * Calls in each way of returning: the JVM links a native method in its first call.
	 */
	@Override
	public void prepare(long function) {
		for (MachineType type : MachineType.values()) {
			if (type != MachineType.SLICE) {
				downcall(new FunctionShape(type, List.of())).call(function, new Object[0]);
			}
		}
	}

	/** JNA takes an array of boxes in any case. */
	@Override
	public MethodHandle handle(FunctionShape shape) {
		return CALL.bindTo(downcall(shape)).asCollector(1, Object[].class, shape.valueCount()).asType(shape.callType());
	}

	@Override
	public Downcall downcall(FunctionShape shape) {
		return shape.hasStructures() ? new StructDowncall(shape) : new JnaDowncall(shape);
	}

	@Override
	public Downcall downcallWithErrno(FunctionShape shape) {
		return new ErrnoDowncall(new JnaDowncall(shape));
	}

	@Override
	public Upcall upcall(FunctionShape shape, MethodHandle target, String threadPrefix) {
		return upcall(shape, UpcallTarget.of(target), threadPrefix);
	}

	@Override
	public Upcall upcall(FunctionShape shape, UpcallTarget target, String threadPrefix) {
		return new JnaUpcall(shape, target, threadPrefix);
	}

}
