// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a plain library throw {@code ErrnoException} when its function fails,
 * with the {@code errno} that the function has left.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RelibErrno {

	/**
	 * How the function tells that it has failed.
	 * @return what it returns then
	 */
	Failure value() default Failure.NEGATIVE;

	/**
	 * What tells a failure.
	 */
	enum Failure {

		/** A number below 0; NULL of a method that returns text or a record. */
		NEGATIVE,
		/** 0, or NULL of a method that returns a pointer as {@code long}. */
		ZERO,
		/** Any number but 0. */
		NOT_ZERO,
		/** An {@code errno} that is not 0, where it was 0 before the call. */
		ERRNO

	}

}
