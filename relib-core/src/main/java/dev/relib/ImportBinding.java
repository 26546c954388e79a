package dev.relib;

import java.util.function.Supplier;

/**
 * The host's implementation of an import interface.
 *
 * @param type the import interface
 * @param implementation yields its implementation. It is asked at each call of a module,
 * on the thread of that call, so that the implementation may come to exist after the
 * module is loaded
 */
public record ImportBinding(Class<?> type, Supplier<?> implementation) {

	/**
	 * Offers an object.
	 * @param <T> the import interface
	 * @param type the import interface
	 * @param implementation its implementation
	 * @return the binding
	 */
	public static <T> ImportBinding of(Class<T> type, T implementation) {
		return new ImportBinding(type, () -> implementation);
	}

}
