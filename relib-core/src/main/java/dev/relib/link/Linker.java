// SPDX-License-Identifier: Apache-2.0
package dev.relib.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Optional;

/**
 * A way to call native code and be called by it. It moves machine values only; what they
 * mean to Java is the marshaller's affair.
 */
public interface Linker {

	/**
	 * What the linker is called in the configuration.
	 * @return for example {@code jna}
	 */
	String name();

	/**
	 * Does what first calls would do otherwise, and would have to wait for while a
	 * library is being opened.
	 * @param function the address of a function without parameters that returns an
	 * integer, which may be called at any time
	 */
	default void prepare(long function) {
	}

	/**
	 * Makes functions of a shape callable, without a box. This may take as long as
	 * loading a class, and costs less for a shape that the linker knows.
	 * @param shape the functions' shape
	 * @return calls any function of that shape: of type {@link FunctionShape#callType()},
	 * with the function's address in front. Nothing is checked: another shape, or an
	 * address without a function, ends the process
	 */
	MethodHandle handle(FunctionShape shape);

	/**
	 * Makes functions of a shape callable in Java's state: they must not call Java, nor
	 * block. Arrays may stand for addresses of their elements.
	 * @param shape the functions' shape, without structures by value
	 * @param type what the call takes behind the function's address:
	 * {@link FunctionShape#targetType()}, or arrays of numbers in place of words
	 * @return calls any function of that shape; empty if the linker has no such call
	 */
	default Optional<MethodHandle> critical(FunctionShape shape, MethodType type) {
		return Optional.empty();
	}

	/**
	 * Makes functions of a shape callable. A function that is called often should have a
	 * result of its own, since a linker may remember the last address.
	 * @param shape the functions' shape
	 * @return calls any function of that shape
	 */
	default Downcall downcall(FunctionShape shape) {
		return Downcall.of(handle(shape));
	}

	/**
	 * Makes functions of a shape callable that leave an error number. The first value of
	 * a call is the address of four more bytes: {@code errno} is set to 0 before the
	 * call, and they receive it after the call, before anything else can change it.
	 * @param shape the functions' shape, without structures by value
	 * @return calls any function of that shape
	 */
	Downcall downcallWithErrno(FunctionShape shape);

	/**
	 * Makes Java code callable by native code, without a box.
	 * @param shape the shape of the function that native code sees, without structures by
	 * value
	 * @param target of type {@link FunctionShape#targetType()}; runs when native code
	 * calls, on the thread that called. It must not throw: linkers answer with a zero in
	 * place of the return, or end the process. The linker may keep it until the process
	 * ends
	 * @param threadPrefix begins the Java name of a thread that native code has started,
	 * given to it when it first calls
	 * @return the function, to be held for as long as native code may call it
	 */
	Upcall upcall(FunctionShape shape, MethodHandle target, String threadPrefix);

	/**
	 * Makes Java code callable by native code.
	 * @param shape the shape of the function that native code sees, without structures by
	 * value
	 * @param target runs when native code calls; the linker may keep it until the process
	 * ends
	 * @param threadPrefix begins the Java name of a thread that native code has started,
	 * given to it when it first calls
	 * @return the function, to be held for as long as native code may call it
	 */
	default Upcall upcall(FunctionShape shape, UpcallTarget target, String threadPrefix) {
		return upcall(shape, UpcallTarget.handle(target, shape), threadPrefix);
	}

}
