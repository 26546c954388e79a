// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a method of an export or import interface a native name other than its own name
 * in snake case. In a plain library, the native name is the symbol that is called, also
 * one that is no identifier: {@code memcpy@GLIBC_2.14} asks for a version.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RelibName {

	/**
	 * The native name.
	 * @return a C identifier, for example {@code sqlite3_libversion}; of a plain library
	 * any symbol
	 */
	String value();

}
