// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

/**
 * Runs code without a context class loader. A thread inherits that of the thread that
 * starts it: threads which the JDK and JNA start behind a call, and keep, would keep the
 * application of that call as long.
 */
public final class WithoutContext {

	private WithoutContext() {
	}

	/**
	 * Runs an action.
	 * @param <T> the type of the result
	 * @param <E> the type of the exception
	 * @param action may start threads that outlive it
	 * @return its result
	 * @throws E the exception of the action
	 */
	public static <T, E extends Exception> T call(Action<T, E> action) throws E {
		Thread thread = Thread.currentThread();
		ClassLoader context = thread.getContextClassLoader();
		thread.setContextClassLoader(null);
		try {
			return action.run();
		}
		finally {
			thread.setContextClassLoader(context);
		}
	}

	/**
	 * An action that may fail.
	 *
	 * @param <T> the type of the result
	 * @param <E> the type of the exception
	 */
	@FunctionalInterface
	public interface Action<T, E extends Exception> {

		/**
		 * Runs.
		 * @return the result
		 * @throws E if it fails
		 */
		T run() throws E;

	}

}
