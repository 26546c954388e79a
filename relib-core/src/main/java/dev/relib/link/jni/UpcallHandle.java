// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jni;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import dev.relib.link.FunctionShape;
import dev.relib.os.LentMemory;

/**
 * Makes a target one that finds its values in the memory where librelib_rt has saved the
 * caller's registers.
 */
final class UpcallHandle {

	/** After the registers of words, of which there is room for eight. */
	private static final int NUMBERS = 8 * Long.BYTES;

	/** After those of numbers, the caller's frame and the return address. */
	private static final int STACK = NUMBERS + 10 * Long.BYTES;

	private static final MethodHandle WORD;

	static {
		try {
			WORD = MethodHandles.lookup()
				.findStatic(UpcallHandle.class, "word", MethodType.methodType(long.class, long.class, long.class));
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private UpcallHandle() {
	}

	/**
	 * Adapts a target.
	 * @param shape the shape of the function that native code sees
	 * @param target takes the shape's values
	 * @return takes the address of the saved registers, and returns a word
	 */
	static MethodHandle of(FunctionShape shape, MethodHandle target) {
		Placement placement = new Placement(shape.parameters());
		int count = shape.valueCount();
		MethodHandle[] readers = new MethodHandle[count];
		for (int value = 0; value < count; value++) {
			MethodHandle word = MethodHandles.insertArguments(WORD, 1, offset(placement.of(value)));
			readers[value] = MethodHandles.filterReturnValue(word,
					Conversions.fromWord(shape.targetType().parameterType(value)));
		}
		MethodHandle reading = MethodHandles.filterReturnValue(MethodHandles.filterArguments(target, 0, readers),
				Conversions.toWord(shape.targetType().returnType()));
		return MethodHandles.permuteArguments(reading, MethodType.methodType(long.class, long.class), new int[count]);
	}

	private static long offset(Placement.Place place) {
		if (place.number()) {
			return NUMBERS + (long) place.index() * Long.BYTES;
		}
		int onStack = place.index() - Placement.REGISTERS;
		return (onStack < 0) ? (long) place.index() * Long.BYTES : STACK + (long) onStack * Long.BYTES;
	}

	private static long word(long values, long offset) {
		return LentMemory.word(values + offset);
	}

}
