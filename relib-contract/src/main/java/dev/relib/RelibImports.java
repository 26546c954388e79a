// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface whose methods the host implements and native modules call.
 * <p>
 * In the symbols of the module, the interface's simple name is the name of the trait, and
 * a method's name in snake case is the name of its function unless {@link RelibName}
 * gives another. Methods must not be overloaded. A module calls an implementation on the
 * thread that runs the module's code, so that several threads may call it at once.
 * <p>
 * Arguments and results are never {@code null}. A parameter of type
 * {@link java.nio.ByteBuffer} is a read-only view of the module's memory, valid until the
 * method returns: reading it later yields undefined bytes or ends the process.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RelibImports {

}
