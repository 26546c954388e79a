package dev.relib;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface whose methods a native module implements and the host calls.
 * <p>
 * The trait name in the module's symbols is the interface's simple name, the function
 * name is the method's in snake case unless {@link RelibName} says otherwise. Methods may
 * not be overloaded.
 * <p>
 * Nothing that is passed or returned is {@code null}. A method may declare one checked
 * exception, with one public constructor that takes a record: the module fails with that
 * record. A method that returns an optional returns an empty one if the module panics.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RelibExports {

}
