// SPDX-License-Identifier: Apache-2.0
package dev.relib.facade;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks generated code, and says what it was generated for. For generated code: the host
 * leaves code alone that does not fit its own version, or the interface.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RelibGenerated {

	/** The version of generated code that this package is for. */
	int VERSION = 1;

	/**
	 * The version of this package that the code was generated for.
	 * @return a {@link #VERSION}
	 */
	int version();

	/**
	 * Which types the functions of the interface had.
	 * @return {@code Trait.fingerprint()} of the interface
	 */
	String contract();

}
