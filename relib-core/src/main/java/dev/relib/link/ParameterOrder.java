// SPDX-License-Identifier: Apache-2.0
package dev.relib.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * In which order plain machine values stand for what a function takes. A slice by value
 * is passed as its two words: structures cost every linker more, and each of JNA's takes
 * locks, which virtual threads that wait in native code keep from those that hold them.
 * Two words in a row are no structure once registers run out, so what a C compiler puts
 * on the stack comes after what it puts into registers.
 */
public final class ParameterOrder {

	/** Fills a register that the function does not read. */
	private static final Passed PADDING = new Passed(long.class, -1);

	private static final Long ZERO = 0L;

	private final Class<?>[] types;

	/** For each of the shape's values, where it is passed. */
	private final int[] places;

	/** Whether the shape's values are passed as they come. */
	private final boolean unchanged;

	/**
	 * Orders parameters.
	 * @param parameters the parameters of a shape, no structures
	 * @param registers what the machine passes them in
	 */
	public ParameterOrder(List<? extends PassedType> parameters, Registers registers) {
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

	/**
	 * Where one of the shape's values is passed.
	 * @param value its index among the shape's values
	 * @return its index among the passed values
	 */
	public int place(int value) {
		return this.places[value];
	}

	/**
	 * What is passed.
	 * @return the primitive types, those of padding included
	 */
	public Class<?>[] types() {
		return this.types.clone();
	}

	/**
	 * Brings the values of a shape into this order.
	 * @param values the values of a shape
	 * @return the values to pass; perhaps the same array
	 */
	public Object[] arrange(Object[] values) {
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

	/**
	 * Brings values in this order into that of the shape.
	 * @param arranged the values as they are passed
	 * @return the values of the shape; perhaps the same array
	 */
	public Object[] restore(Object[] arranged) {
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
	 * A value that is passed.
	 *
	 * @param type its primitive type
	 * @param value which of the shape's values it is
	 */
	private record Passed(Class<?> type, int value) {

	}

}
