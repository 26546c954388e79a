// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jni;

import java.util.List;

import dev.relib.link.ParameterOrder;
import dev.relib.link.PassedType;
import dev.relib.link.Registers;

/**
 * Where a function's values are when it is called: in the registers of words and those of
 * floating-point numbers, each counted from 0, or on the stack, whose words count on
 * after the registers of words.
 */
final class Placement {

	/** The registers of floating-point numbers, on each machine. */
	private static final int NUMBERS = 8;

	/** The registers of words on this machine. */
	static final int REGISTERS = Registers.ofThisMachine().left();

	private final ParameterOrder order;

	private final Place[] places;

	private int words;

	private int numbers;

	private int stack;

	Placement(List<? extends PassedType> parameters) {
		this.order = new ParameterOrder(parameters, Registers.ofThisMachine());
		Class<?>[] types = this.order.types();
		this.places = new Place[types.length];
		for (int i = 0; i < types.length; i++) {
			this.places[i] = place(types[i]);
		}
	}

	private Place place(Class<?> type) {
		boolean number = isNumber(type);
		if (number && this.numbers < NUMBERS) {
			return new Place(true, this.numbers++);
		}
		if (!number && this.words < REGISTERS) {
			return new Place(false, this.words++);
		}
		return new Place(false, REGISTERS + this.stack++);
	}

	/** Tells whether values of a type cross as floating-point numbers. */
	static boolean isNumber(Class<?> type) {
		return type == float.class || type == double.class;
	}

	/**
	 * Where one of the shape's values is.
	 * @param value its index
	 */
	Place of(int value) {
		return this.places[this.order.place(value)];
	}

	/** How many words there are, up to the last one on the stack. */
	int words() {
		return (this.stack > 0) ? REGISTERS + this.stack : this.words;
	}

	int numbers() {
		return this.numbers;
	}

	/**
	 * The place of one value.
	 *
	 * @param number whether it is a register of floating-point numbers
	 * @param index which one
	 */
	record Place(boolean number, int index) {

	}

}
