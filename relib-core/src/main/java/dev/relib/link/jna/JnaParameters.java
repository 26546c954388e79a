// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jna;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import dev.relib.link.MachineType;
import dev.relib.link.PassedType;

/**
 * In which order JNA passes what a function takes. A slice by value is passed as its two
 * words: each of JNA's structures takes locks, which virtual threads that wait in native
 * code keep from those that hold them. Two words in a row are no structure once registers
 * run out, so what a C compiler puts on the stack comes after what it puts into
 * registers.
 */
final class JnaParameters {

	/** Fills a register that the function does not read. */
	private static final Passed PADDING = new Passed(long.class, -1);

	private static final Long ZERO = 0L;

	private final Class<?>[] types;

	/** For each of the shape's values, where JNA passes it. */
	private final int[] places;

	/** Whether JNA passes the shape's values as they come. */
	private final boolean unchanged;

	/**
	 * Orders parameters.
	 * @param parameters the parameters of a shape, no structures
	 * @param registers what the machine passes them in
	 */
	JnaParameters(List<? extends PassedType> parameters, Registers registers) {
		List<Passed> passed = new ArrayList<>();
		List<Passed> onStack = new ArrayList<>();
		boolean sliceOnStack = false;
		int value = 0;
		for (PassedType parameter : parameters) {
			MachineType type = (MachineType) parameter;
			boolean fits = registers.take(type);
			sliceOnStack |= !fits && type == MachineType.SLICE;
			for (int i = 0; i < type.valueCount(); i++) {
				(fits ? passed : onStack).add(new Passed(type.javaType(), value++));
			}
		}
		if (sliceOnStack) {
			passed.addAll(Collections.nCopies(registers.left(), PADDING));
		}
		passed.addAll(onStack);
		this.types = passed.stream().map(Passed::type).toArray(Class<?>[]::new);
		this.places = new int[value];
		for (int i = 0; i < this.types.length; i++) {
			if (passed.get(i) != PADDING) {
				this.places[passed.get(i).value()] = i;
			}
		}
		this.unchanged = Arrays.equals(this.places, IntStream.range(0, this.types.length).toArray());
	}

	/** Where JNA passes one of the shape's values. */
	int place(int value) {
		return this.places[value];
	}

	Class<?>[] types() {
		return this.types.clone();
	}

	/** Brings the values of a shape into JNA's order. */
	Object[] arrange(Object[] values) {
		if (this.unchanged) {
			return values;
		}
		Object[] arranged = new Object[this.types.length];
		Arrays.fill(arranged, ZERO);
		for (int i = 0; i < this.places.length; i++) {
			arranged[this.places[i]] = values[i];
		}
		return arranged;
	}

	/** Brings values in JNA's order into that of the shape. */
	Object[] restore(Object[] arranged) {
		if (this.unchanged) {
			return arranged;
		}
		Object[] values = new Object[this.places.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = arranged[this.places[i]];
		}
		return values;
	}

	/**
	 * A value that JNA passes.
	 *
	 * @param type its class to JNA
	 * @param value which of the shape's values it is
	 */
	private record Passed(Class<?> type, int value) {

	}

}
