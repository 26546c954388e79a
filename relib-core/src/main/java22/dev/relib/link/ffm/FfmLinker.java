// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;

import dev.relib.link.Downcall;
import dev.relib.link.FunctionShape;
import dev.relib.link.KnownShapes;
import dev.relib.link.Linker;
import dev.relib.link.Upcall;
import dev.relib.link.jna.JnaLinker;

/**
 * Calls through {@code java.lang.foreign}, of JDK 22 and later. Structures with an
 * alignment of their own, such as integers of 128 bits, go the way of JNA. Nothing refers
 * to this class by its type: older JDKs can not load it.
 */
public final class FfmLinker implements Linker {

	static final java.lang.foreign.Linker NATIVE = java.lang.foreign.Linker.nativeLinker();

	private static final MethodHandle OF_ADDRESS;

	static {
		try {
			OF_ADDRESS = MethodHandles.publicLookup()
				.findStatic(MemorySegment.class, "ofAddress", MethodType.methodType(MemorySegment.class, long.class));
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	/** The JDK keeps its own weakly, and needs a tenth of a millisecond to find one. */
	private final KnownShapes known = new KnownShapes(this::make);

	/** Makes what the JDK can not. */
	private final Linker others = new JnaLinker();

	/**
	 * Creates a linker.
	 * @throws IllegalCallerException if this JVM forbids native access
	 */
	public FfmLinker() {
		FfmThreads.prepare();
	}

	@Override
	public String name() {
		return "ffm";
	}

	/**
	 * Frees a function of Java: the JVM links the native method for that in its first
	 * call.
	 */
	@Override
	public void prepare(long function) {
		this.others.prepare(function);
		try (Arena arena = Arena.ofConfined()) {
			NATIVE.upcallStub(MethodHandles.zero(int.class), FunctionDescriptor.of(ValueLayout.JAVA_INT), arena);
		}
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
			return StructCall.has(shape) ? StructCall.of(shape) : this.others.handle(shape);
		}
		PassedOrder order = new PassedOrder(shape);
		return order.arrange(byAddress(NATIVE.downcallHandle(order.descriptor())), 1);
	}

	@Override
	public Optional<MethodHandle> critical(FunctionShape shape, MethodType type) {
		return Optional.of(CriticalCall.of(new PassedOrder(shape, type)));
	}

	/** Makes a call take the function's address in place of a segment. */
	static MethodHandle byAddress(MethodHandle call) {
		return MethodHandles.filterArguments(call, 0, OF_ADDRESS);
	}

	@Override
	public Downcall downcallWithErrno(FunctionShape shape) {
		return Downcall.of(ErrnoCall.of(shape));
	}

	@Override
	public Upcall upcall(FunctionShape shape, MethodHandle target, String threadPrefix) {
		return FfmUpcall.of(shape, target, threadPrefix);
	}

}
