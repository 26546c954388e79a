// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.ffm;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.relib.link.FunctionShape;
import dev.relib.link.MachineType;
import dev.relib.link.ParameterOrder;
import dev.relib.link.Registers;

/**
 * The values of a shape as the machine passes them, slices as two words: a structure
 * would need a segment for each call.
 */
final class PassedOrder {

	private final FunctionShape shape;

	private final ParameterOrder order;

	private final Class<?>[] passed;

	private final MethodType target;

	PassedOrder(FunctionShape shape) {
		this(shape, shape.targetType());
	}

	/**
	 * Orders values of which some are arrays.
	 * @param target the shape's values, with arrays in place of addresses
	 */
	PassedOrder(FunctionShape shape, MethodType target) {
		this.shape = shape;
		this.target = target;
		this.order = new ParameterOrder(shape.parameters(), Registers.ofThisMachine());
		this.passed = this.order.types();
		for (int value = 0; value < target.parameterCount(); value++) {
			if (target.parameterType(value).isArray()) {
				this.passed[this.order.place(value)] = target.parameterType(value);
			}
		}
	}

	/** The Java types of the values as they are passed. */
	Class<?>[] passed() {
		return this.passed.clone();
	}

	FunctionDescriptor descriptor() {
		MemoryLayout[] parameters = Arrays.stream(this.passed).map(Layouts::of).toArray(MemoryLayout[]::new);
		return (this.shape.returns() == MachineType.VOID) ? FunctionDescriptor.ofVoid(parameters)
				: FunctionDescriptor.of(Layouts.of(this.shape.returns().javaType()), parameters);
	}

	/**
	 * Makes a call take its values in the order of the shape.
	 * @param call takes them as they are passed
	 * @param leading how many parameters come before them
	 */
	MethodHandle arrange(MethodHandle call, int leading) {
		List<Integer> values = valuesByPlace();
		MethodHandle filled = call;
		for (int place = this.passed.length - 1; place >= 0; place--) {
			if (values.get(place) < 0) {
				filled = MethodHandles.insertArguments(filled, leading + place, 0L);
			}
		}
		values.removeIf((value) -> value < 0);
		int[] reorder = new int[leading + values.size()];
		for (int i = 0; i < reorder.length; i++) {
			reorder[i] = (i < leading) ? i : leading + values.get(i - leading);
		}
		MethodType type = this.target
			.insertParameterTypes(0, call.type().parameterList().subList(0, leading));
		return isUnchanged(reorder) ? filled : MethodHandles.permuteArguments(filled, type, reorder);
	}

	/** Makes a target take its values as they are passed. */
	MethodHandle restore(MethodHandle target) {
		int[] reorder = new int[this.shape.valueCount()];
		for (int i = 0; i < reorder.length; i++) {
			reorder[i] = this.order.place(i);
		}
		if (isUnchanged(reorder) && reorder.length == this.passed.length) {
			return target;
		}
		return MethodHandles.permuteArguments(target, MethodType.methodType(target.type().returnType(), this.passed),
				reorder);
	}

	/** Which value is passed where; -1 for padding. */
	private List<Integer> valuesByPlace() {
		Integer[] values = new Integer[this.passed.length];
		Arrays.fill(values, -1);
		for (int i = 0; i < this.shape.valueCount(); i++) {
			values[this.order.place(i)] = i;
		}
		return new ArrayList<>(List.of(values));
	}

	private static boolean isUnchanged(int[] reorder) {
		for (int i = 0; i < reorder.length; i++) {
			if (reorder[i] != i) {
				return false;
			}
		}
		return true;
	}

}
