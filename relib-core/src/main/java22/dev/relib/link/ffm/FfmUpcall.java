// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;

import dev.relib.link.FunctionShape;
import dev.relib.link.Upcall;

/**
 * A function of the JDK's. What it calls is reachable until it is freed, and with it a
 * class loader: it holds classes of the JDK only, and those a weak reference to the
 * target.
 */
final class FfmUpcall implements Upcall {

	private static final MethodHandle GET;

	static {
		try {
			GET = MethodHandles.publicLookup()
				.findVirtual(WeakReference.class, "get", MethodType.methodType(Object.class));
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	/** Frees the function when it is garbage. */
	private final MemorySegment function;

	/** Reachable as long as this object is. */
	private final MethodHandle target;

	private FfmUpcall(MemorySegment function, MethodHandle target) {
		this.function = function;
		this.target = target;
	}

	static FfmUpcall of(FunctionShape shape, MethodHandle target, String threadPrefix) {
		PassedOrder order = new PassedOrder(shape);
		MethodHandle held = order.restore(Harmless.of(FfmThreads.named(target, threadPrefix)));
		return new FfmUpcall(FfmLinker.NATIVE.upcallStub(weak(held), order.descriptor(), Arena.ofAuto()), held);
	}

	private static MethodHandle weak(MethodHandle target) {
		MethodHandle get = GET.bindTo(new WeakReference<>(target)).asType(MethodType.methodType(MethodHandle.class));
		return MethodHandles.foldArguments(MethodHandles.exactInvoker(target.type()), get);
	}

	@Override
	public long address() {
		return this.function.address();
	}

}
