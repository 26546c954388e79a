// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface whose methods a native module implements and the host calls.
 * <p>
 * In the symbols of the module, the interface's simple name is the name of the trait, and
 * a method's name in snake case is the name of its function unless {@link RelibName}
 * gives another. Methods must not be overloaded.
 * <p>
 * Arguments and results are never {@code null}. A method may declare one checked
 * exception whose only public constructor takes a record: a module that fails with such a
 * record makes the method throw the exception. A method that returns an optional returns
 * an empty one if the module panics.
 * <p>
 * A {@link #plain()} interface declares functions of any C library; what its methods may
 * take and return is said there.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RelibExports {

	/**
	 * Whether the methods are functions of a plain library: a module of the kind
	 * {@code plain}, which knows nothing of contracts. The annotation processor leaves
	 * such an interface alone. Its methods may be overloaded, and several may call one
	 * symbol.
	 * @return {@code true} for a plain library
	 */
	boolean plain() default false;

}
