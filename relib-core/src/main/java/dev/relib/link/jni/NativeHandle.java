// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jni;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Collections;

import dev.relib.link.FunctionShape;
import dev.relib.link.jni.Placement.Place;

/**
 * Makes a native method that calls functions one that takes the values of a shape. Few
 * steps do it, as each may cost a class: what the function does not read gets an address.
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
		Class<?> returns = this.type.returnType();
		MethodHandle adapted = Conversions.returnFromNumber(call, returns);
		Class<?>[] given = new Class<?>[addresses + variant.words() + variant.numbers()];
		Arrays.fill(given, long.class);
		int[] order = new int[given.length];
		for (int i = 0; i < addresses; i++) {
			order[i] = i;
		}
		for (int value = 0; value < this.type.parameterCount(); value++) {
			Place place = this.placement.of(value);
			int slot = addresses + place.index() + (place.number() ? variant.words() : 0);
			given[slot] = this.type.parameterType(value);
			order[slot] = addresses + value;
			adapted = place.number() ? Conversions.takeForNumber(adapted, slot, given[slot])
					: Conversions.takeForWord(adapted, slot, given[slot]);
		}
		return MethodHandles.permuteArguments(
				MethodHandles.explicitCastArguments(adapted, MethodType.methodType(returns, given)),
				this.type.insertParameterTypes(0, Collections.nCopies(addresses, long.class)), order);
	}

}
