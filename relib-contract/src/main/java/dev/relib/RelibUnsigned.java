// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a {@link java.math.BigInteger} is an unsigned number of 128 bits, as Rust's
 * {@code u128}. Without it, it is a signed one, as {@code i128}.
 */
@Documented
@Target({ ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
public @interface RelibUnsigned {

}
