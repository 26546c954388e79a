// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes calls of an export cheaper, for functions that take less than a microsecond or
 * so: the calling thread stays in Java's state, and arrays cross without a copy. The
 * function sees the caller's own array, which it must not write to, nor keep.
 * <p>
 * Until the function returns, no thread of the JVM collects garbage: it must be short, it
 * must not block, and it can not call back. A module that imports anything is refused. It
 * may panic as any other export does. What it logs goes to standard error.
 * <p>
 * It takes numbers, {@code boolean}, enums, arrays of numbers and buffers, returns a
 * number, {@code boolean}, an enum or nothing, and declares no exception. Where the JDK
 * has no such call (before JDK 22, with {@code relib.linker} {@code jni} or {@code jna},
 * or on a virtual thread), it is an ordinary one.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RelibCritical {

}
