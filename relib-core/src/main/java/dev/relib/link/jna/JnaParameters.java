package dev.relib.link.jna;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.sun.jna.Pointer;
import dev.relib.contract.Parameter;
import dev.relib.contract.RecordType;
import dev.relib.contract.Scalar;
import dev.relib.contract.ValueType;

/**
 * In which order JNA passes what a function takes. A slice by value is passed as its two
 * words: each of JNA's structures takes locks, which virtual threads that wait in native
 * code keep from those that hold them. Two words in a row are no structure once registers
 * run out, so what a C compiler puts on the stack comes after what it puts into
 * registers.
 */
final class JnaParameters {

	private final int[] places;

	private final Class<?>[] types;

	/**
	 * Orders parameters.
	 * @param pointers how many pointers come first
	 * @param parameters the parameters after them
	 * @param registers what the machine passes arguments in
	 */
	JnaParameters(int pointers, List<Parameter> parameters, Registers registers) {
		this.places = new int[parameters.size()];
		List<Class<?>> passed = new ArrayList<>();
		List<Integer> spilled = new ArrayList<>();
		for (int i = 0; i < pointers; i++) {
			registers.take(1);
			passed.add(Pointer.class);
		}
		for (int i = 0; i < this.places.length; i++) {
			ValueType type = parameters.get(i).type();
			boolean fits = isFloat(type) ? registers.takeFloat() : registers.take(isSlice(type) ? 2 : 1);
			if (fits) {
				this.places[i] = passed.size();
				add(type, passed);
			}
			else {
				spilled.add(i);
			}
		}
		boolean needsPadding = spilled.stream().anyMatch((i) -> isSlice(parameters.get(i).type()));
		for (int i = 0; needsPadding && i < registers.left(); i++) {
			passed.add(long.class);
		}
		for (int i : spilled) {
			this.places[i] = passed.size();
			add(parameters.get(i).type(), passed);
		}
		this.types = passed.toArray(Class<?>[]::new);
	}

	private static void add(ValueType type, List<Class<?>> passed) {
		if (isSlice(type)) {
			passed.add(long.class);
			passed.add(long.class);
		}
		else {
			passed.add(JnaTypes.of(type));
		}
	}

	static boolean isSlice(ValueType type) {
		return !JnaTypes.isItself(type) && !(type instanceof RecordType);
	}

	private static boolean isFloat(ValueType type) {
		return type == Scalar.F32 || type == Scalar.F64;
	}

	/** Where a parameter, or the first word of a slice, is passed. */
	int place(int parameter) {
		return this.places[parameter];
	}

	Class<?>[] types() {
		return this.types.clone();
	}

	/** Arguments for one call, of which all but padding is to be set. */
	Object[] arguments() {
		Object[] arguments = new Object[this.types.length];
		Arrays.fill(arguments, 0L);
		return arguments;
	}

}
