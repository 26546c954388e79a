// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.ffm;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

import dev.relib.link.FunctionShape;
import dev.relib.link.MachineType;
import dev.relib.link.PassedType;
import dev.relib.link.StructType;

/**
 * Calls where structures cross by value, as addresses on the side of Java.
 */
final class StructCall {

	private static final MethodHandle AT = find("at",
			MethodType.methodType(MemorySegment.class, long.class, long.class));

	private static final MethodHandle SLICE = find("slice",
			MethodType.methodType(MemorySegment.class, long.class, long.class));

	private static final MethodHandle INTO = find("into", MethodType.methodType(SegmentAllocator.class, long.class));

	private StructCall() {
	}

	/** Tells whether the JDK can make it. */
	static boolean has(FunctionShape shape) {
		return Layouts.has(shape.returns()) && shape.parameters().stream().allMatch(Layouts::has);
	}

	static MethodHandle of(FunctionShape shape) {
		List<PassedType> parameters = shape.parameters();
		MemoryLayout[] layouts = parameters.stream().map(Layouts::of).toArray(MemoryLayout[]::new);
		boolean returnsStruct = shape.returns() instanceof StructType;
		MethodHandle call = FfmLinker.byAddress(FfmLinker.NATIVE.downcallHandle((shape.returns() == MachineType.VOID)
				? FunctionDescriptor.ofVoid(layouts) : FunctionDescriptor.of(Layouts.of(shape.returns()), layouts)));
		int first = returnsStruct ? 2 : 1;
		for (int i = parameters.size() - 1; i >= 0; i--) {
			PassedType type = parameters.get(i);
			if (type instanceof StructType) {
				call = MethodHandles.filterArguments(call, first + i,
						MethodHandles.insertArguments(AT, 1, (long) type.size()));
			}
			else if (type == MachineType.SLICE) {
				call = MethodHandles.collectArguments(call, first + i, SLICE);
			}
		}
		return returnsStruct ? MethodHandles.dropReturn(MethodHandles.filterArguments(call, 1, INTO)) : call;
	}

	private static MemorySegment at(long address, long size) {
		return MemorySegment.ofAddress(address).reinterpret(size);
	}

	private static MemorySegment slice(long first, long second) {
		return MemorySegment.ofArray(new long[] { first, second });
	}

	private static SegmentAllocator into(long address) {
		return (size, alignment) -> at(address, size);
	}

	private static MethodHandle find(String name, MethodType type) {
		try {
			return MethodHandles.lookup().findStatic(StructCall.class, name, type);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
