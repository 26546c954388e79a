// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jni;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;

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
		MethodHandle words = takingWords(target);
		MethodHandle[] readers = new MethodHandle[shape.valueCount()];
		for (int value = 0; value < readers.length; value++) {
			readers[value] = MethodHandles.insertArguments(WORD, 1, offset(placement.of(value)));
		}
		return MethodHandles.permuteArguments(MethodHandles.filterArguments(words, 0, readers),
				MethodType.methodType(long.class, long.class), new int[readers.length]);
	}

	/** Has a target take and return words only. */
	private static MethodHandle takingWords(MethodHandle target) {
		MethodHandle adapted = Conversions.returnAsWord(target);
		Class<?>[] words = new Class<?>[target.type().parameterCount()];
		Arrays.fill(words, long.class);
		for (int i = 0; i < words.length; i++) {
			adapted = Conversions.takeFromWord(adapted, i);
		}
		return MethodHandles.explicitCastArguments(adapted, MethodType.methodType(long.class, words));
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
