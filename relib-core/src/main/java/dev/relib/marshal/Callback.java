// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Java object that native code calls.
 *
 * @param type how its values cross
 * @param name what messages call it, for example {@code argument visitor of Files.walk}
 * @param target the object
 * @param failures gets what it throws; {@code false} if there is nobody to throw it to
 */
record Callback(CallbackType type, String name, Object target, Predicate<Throwable> failures) {

	private static final Logger logger = LoggerFactory.getLogger(Callback.class);

	/**
	 * Runs on the thread that called. No exception leaves it: the linkers would end the
	 * process, or return 0 as if that were the value.
	 */
	@Nullable Object call(Object[] values) {
		try {
			return this.type.call(this.name, this.target, values);
		}
		catch (Throwable ex) {
			failed(ex);
			return this.type.shape().returns().zero();
		}
	}

	private void failed(Throwable thrown) {
		try {
			if (!this.failures.test(thrown)) {
				logger.error("{} failed where no Java caller gets the exception; native code got 0 and goes on",
						this.name, thrown);
			}
		}
		catch (Throwable ex) {
			// Nobody is left to be told.
		}
	}

}
