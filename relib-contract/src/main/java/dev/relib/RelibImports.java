package dev.relib;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface whose methods the host implements and native modules call.
 * <p>
 * The trait name in the module's symbols is the interface's simple name, the function
 * name is the method's in snake case unless {@link RelibName} says otherwise. Methods may
 * not be overloaded. Implementations are called on the thread that runs the module's
 * code, by several threads at once.
 * <p>
 * Nothing that is passed or returned may be {@code null}. A {@link java.nio.ByteBuffer}
 * that a method is given is a read-only view of the module's memory, valid until the
 * method returns: what is read from it later is undefined, and may end the process.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RelibImports {

}
