// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a plain library keeps the callback that it gets: native code may call it
 * until the module is unloaded. Without it, a callback is valid until the method returns.
 * Each new object takes native memory until the module is unloaded, so pass the same
 * object again, for example a constant.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface RelibKept {

}
