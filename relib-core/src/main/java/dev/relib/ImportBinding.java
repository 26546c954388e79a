// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.util.function.Supplier;

/**
 * The host's implementation of an import interface. Immutable.
 *
 * @param type the import interface, marked with {@link dev.relib.RelibImports}
 * @param implementation supplies the implementation. It is called at each call of the
 * import, on the calling thread, so that the implementation may be created after the
 * load, and it is thread-safe
 */
public record ImportBinding(Class<?> type, Supplier<?> implementation) {

	/**
	 * Binds an import interface to one object.
	 * @param <T> the import interface
	 * @param type the import interface, marked with {@link dev.relib.RelibImports}
	 * @param implementation the implementation, which several threads may call at the
	 * same time
	 * @return the binding
	 */
	public static <T> ImportBinding of(Class<T> type, T implementation) {
		return new ImportBinding(type, () -> implementation);
	}

}
