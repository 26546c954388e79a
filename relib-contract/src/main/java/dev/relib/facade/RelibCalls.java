// SPDX-License-Identifier: Apache-2.0
package dev.relib.facade;

import org.jspecify.annotations.Nullable;

/**
 * The calls of one facade. Functions have the index that they have in the interface. For
 * generated code.
 */
public abstract class RelibCalls {

	/**
	 * For the host.
	 */
	protected RelibCalls() {
	}

	/**
	 * Begins a call, which ends with {@link RelibFrame#exit}.
	 * @return the call
	 */
	public abstract RelibFrame enter();

	/**
	 * Makes a call the general way, which checks, converts and refuses whatever a direct
	 * call does not.
	 * @param <T> what the method returns
	 * @param frame the call
	 * @param function the function
	 * @param arguments the arguments of the method
	 * @return what the method has to return
	 */
	public abstract <T extends @Nullable Object> T call(RelibFrame frame, int function, @Nullable Object... arguments);

	/**
	 * Reads a return the general way, and frees it if it has to be.
	 * @param <T> what the method returns
	 * @param frame the call
	 * @param function the function
	 * @param returned what the machine has returned
	 * @return what the method has to return
	 */
	public abstract <T extends @Nullable Object> T read(RelibFrame frame, int function, Object returned);

	/**
	 * Ends a call that has not returned.
	 * @param <T> what the method returns
	 * @param frame the call
	 * @param function the function
	 * @param error where a declared error is, 0 if there can be none
	 * @return what the method has to return, if it does not throw the failure
	 */
	public abstract <T extends @Nullable Object> T failed(RelibFrame frame, int function, long error);

	/**
	 * Checks a code point of Unicode.
	 * @param value what crosses
	 * @return a code point that a text can have
	 * @throws IllegalArgumentException if it is none; the general way says so
	 */
	public static int codePoint(int value) {
		if (!Character.isValidCodePoint(value)
				|| (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE)) {
			throw new IllegalArgumentException();
		}
		return value;
	}

	/**
	 * Throws what a call has thrown, as it is: imports throw what no method declares.
	 * @param thrown what was thrown
	 * @return nothing
	 */
	public static RuntimeException thrown(Throwable thrown) {
		throw RelibCalls.<RuntimeException>unchanged(thrown);
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> RuntimeException unchanged(Throwable thrown) throws T {
		throw (T) thrown;
	}

}
