// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that an {@code int} is a code point of Unicode, as Rust's {@code char} or C's
 * {@code char32_t}: a number up to {@code 0x10FFFF} that is no half of a surrogate pair.
 * It is checked in both directions.
 */
@Documented
@Target({ ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
public @interface RelibCodePoint {

}
