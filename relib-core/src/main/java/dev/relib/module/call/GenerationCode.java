// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.Optional;
import java.util.OptionalLong;

import dev.relib.marshal.ExportCall;

/**
 * What calls ask of a generation's library beside the functions of interfaces.
 * Thread-safe; only used inside a call of the generation.
 */
public interface GenerationCode {

	/**
	 * Takes the message of the calling thread's last panic. Must not block.
	 * @return the message; empty if there is none
	 */
	Optional<String> takePanicMessage();

	/**
	 * Finds a symbol that the library itself offers.
	 * @param name its name
	 * @return its address, for the calling thread; empty if there is none
	 */
	OptionalLong symbol(String name);

	/**
	 * Binds the main function.
	 * @param type the Java type of its result
	 * @return the callable function
	 * @throws dev.relib.failure.ModuleLoadException if there is none, or none of this
	 * type
	 */
	ExportCall main(Class<?> type);

}
