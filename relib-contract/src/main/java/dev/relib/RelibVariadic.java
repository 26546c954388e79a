// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the first of the arguments that a function of a plain library takes as
 * {@code ...}, which C passes in a way of its own: a {@code float} as {@code double}, a
 * shorter integer as {@code int}. Each combination of types is a method, with the same
 * {@link RelibName}.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface RelibVariadic {

}
