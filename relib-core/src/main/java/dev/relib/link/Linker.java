package dev.relib.link;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.JavaFunction;

/**
 * A way to call native code and be called by it.
 */
public interface Linker {

	/**
	 * What the linker is called in the configuration.
	 * @return for example {@code jna}
	 */
	String name();

	/**
	 * Makes an export callable.
	 * @param function the function
	 * @param address where it is
	 * @return the callable, usable by any thread while the library is open
	 */
	ExportCall exportCall(JavaFunction function, ExportAddress address);

	/**
	 * Makes a C function callable that knows nothing of this host: text is passed and
	 * returned as terminated pointer, which stays the library's; bytes are passed as
	 * pointer, and what the function has written there is copied back.
	 * @param function its signature; it returns a scalar or text
	 * @param address its address
	 * @return the callable, usable by any thread while the library is open
	 */
	ExportCall plainCall(FunctionSignature function, long address);

	/**
	 * Makes a Java object callable by native code.
	 * @param function the function that native code calls
	 * @param target what runs
	 * @return the stub; its address is valid as long as the stub is strongly reachable
	 */
	ImportStub importStub(JavaFunction function, ImportTarget target);

	/**
	 * Makes a function callable whose arguments and return are words.
	 * @param address its address
	 * @return the callable
	 */
	WordFunction wordFunction(long address);

	/**
	 * Makes a Java object callable by native code with words.
	 * @param parameters how many words it takes
	 * @param target what runs; must not throw
	 * @return the stub; its address is valid as long as the stub is strongly reachable
	 */
	ImportStub wordCallback(int parameters, WordCallback target);

}
