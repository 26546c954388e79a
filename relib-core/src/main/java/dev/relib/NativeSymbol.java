// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.util.function.LongConsumer;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;

/**
 * A symbol of a module's library. Its address is valid while an action has it and changes
 * with each generation, so that it is given to actions only: an unload waits for them as
 * it waits for calls. Thread-safe.
 */
public interface NativeSymbol {

	/**
	 * Returns the symbol's name.
	 * @return the name, as the library's file has it
	 */
	String name();

	/**
	 * Runs an action with the address of the symbol in the serving generation, on the
	 * thread that runs the module's functions. Nothing is checked of what the action does
	 * with it.
	 * @param <T> the type of the result
	 * @param action takes the address, and keeps nothing of it
	 * @return the result of the action
	 * @throws dev.relib.failure.ModuleClosedException if the module is not loaded
	 * @throws dev.relib.failure.UnknownSymbolException if the serving generation, loaded
	 * since then, lacks the symbol
	 */
	<T extends @Nullable Object> T call(LongFunction<T> action);

	/**
	 * Runs an action without a result, as {@link #call} does.
	 * @param action takes the address, and keeps nothing of it
	 * @throws dev.relib.failure.ModuleClosedException if the module is not loaded
	 * @throws dev.relib.failure.UnknownSymbolException if the serving generation, loaded
	 * since then, lacks the symbol
	 */
	void run(LongConsumer action);

}
