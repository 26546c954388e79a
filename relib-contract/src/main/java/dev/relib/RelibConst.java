// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a function of a plain library only reads what this argument points to, as
 * {@code const} does in C. An array is not copied back then, and a read-only buffer is
 * accepted.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface RelibConst {

}
