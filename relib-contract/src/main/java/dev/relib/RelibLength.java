// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the length of an array, or of the bytes of a text, that stands inside a structure
 * of a plain library: {@code @RelibLength(16) String name} is {@code char name[16]}.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface RelibLength {

	/**
	 * The length.
	 * @return how many elements there are, or how many bytes with the NUL behind a text
	 */
	int value();

}
