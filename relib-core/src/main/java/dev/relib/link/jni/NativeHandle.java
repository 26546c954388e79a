// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jni;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.IntStream;

import dev.relib.link.FunctionShape;
import dev.relib.link.jni.Placement.Place;

/**
 * Makes a native method that calls functions one that takes the values of a shape.
 */
final class NativeHandle {

	private final MethodType type;

	private final Placement placement;

	NativeHandle(FunctionShape shape, Placement placement) {
		this.type = shape.targetType();
		this.placement = placement;
	}

	/** What the native method returns. */
	Class<?> nativeReturn() {
		return Placement.isNumber(this.type.returnType()) ? double.class : long.class;
	}

	/**
	 * Adapts a native method.
	 * @param call takes addresses, words and numbers
	 * @param addresses how many addresses, which stay in front
	 * @param variant how many words and numbers
	 */
	MethodHandle of(MethodHandle call, int addresses, Variant variant) {
		int[] values = values(variant);
		MethodHandle adapted = call;
		for (int i = values.length - 1; i >= 0; i--) {
			boolean number = i >= variant.words();
			adapted = (values[i] >= 0)
					? MethodHandles.filterArguments(adapted, addresses + i, passed(number, values[i]))
					: MethodHandles.insertArguments(adapted, addresses + i, number ? (Object) 0d : (Object) 0L);
		}
		int[] order = IntStream
			.concat(IntStream.range(0, addresses),
					Arrays.stream(values).filter((value) -> value >= 0).map((value) -> addresses + value))
			.toArray();
		return MethodHandles.permuteArguments(returning(adapted),
				this.type.insertParameterTypes(0, Collections.nCopies(addresses, long.class)), order);
	}

	/** The value that each parameter behind the addresses gets; -1 for none. */
	private int[] values(Variant variant) {
		int[] values = new int[variant.words() + variant.numbers()];
		Arrays.fill(values, -1);
		for (int value = 0; value < this.type.parameterCount(); value++) {
			Place place = this.placement.of(value);
			values[place.number() ? variant.words() + place.index() : place.index()] = value;
		}
		return values;
	}

	private MethodHandle passed(boolean number, int value) {
		Class<?> given = this.type.parameterType(value);
		return number ? Conversions.toNumber(given) : Conversions.toWord(given);
	}

	private MethodHandle returning(MethodHandle call) {
		Class<?> returns = this.type.returnType();
		if (returns == void.class) {
			return call.asType(call.type().changeReturnType(void.class));
		}
		return MethodHandles.filterReturnValue(call,
				Placement.isNumber(returns) ? Conversions.fromNumber(returns) : Conversions.fromWord(returns));
	}

}
