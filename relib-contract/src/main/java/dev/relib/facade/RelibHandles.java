// SPDX-License-Identifier: Apache-2.0
package dev.relib.facade;

import java.lang.invoke.MethodHandle;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * The method handles of one generated class, which are constants of it: all registries of
 * the JVM share them, and the first one that uses the class decides which linker has made
 * them. For generated code.
 */
public abstract class RelibHandles {

	private static final ClassValue<AtomicReference<@Nullable RelibHandles>> ASSIGNED = new ClassValue<>() {

		@Override
		protected AtomicReference<@Nullable RelibHandles> computeValue(Class<?> generated) {
			return new AtomicReference<>();
		}

	};

	private final String linker;

	/**
	 * Creates the handles of a class.
	 * @param linker the name of the linker that makes them
	 */
	protected RelibHandles(String linker) {
		this.linker = linker;
	}

	/**
	 * Returns the handles of a class, which its initializer asks for.
	 * @param generated the class
	 * @return what the host has assigned
	 * @throws IllegalStateException if nothing is assigned: the host alone makes objects
	 * of generated classes
	 */
	public static RelibHandles of(Class<?> generated) {
		RelibHandles assigned = ASSIGNED.get(generated).get();
		if (assigned == null) {
			throw new IllegalStateException(
					generated.getName() + " is for relib's host alone; inject its interface, or ask a module for it");
		}
		return assigned;
	}

	/**
	 * Assigns handles to a class before it is initialized, unless it has some. For the
	 * host.
	 * @param generated the class
	 * @param handles its handles
	 * @return those that it has now
	 */
	public static RelibHandles assign(Class<?> generated, RelibHandles handles) {
		AtomicReference<@Nullable RelibHandles> assigned = ASSIGNED.get(generated);
		RelibHandles known = assigned.get();
		if (known != null) {
			return known;
		}
		return assigned.compareAndSet(null, handles) ? handles : of(generated);
	}

	/**
	 * The linker that makes the handles.
	 * @return its name
	 */
	public final String linker() {
		return this.linker;
	}

	/**
	 * Makes the handle that calls an export.
	 * @param function its index in the interface
	 * @return takes the export's address, that of the outcome, that of the place for a
	 * declared error if there is one, and the machine values of the arguments
	 */
	public abstract MethodHandle function(int function);

	/**
	 * Makes the handle that calls an export in Java's state.
	 * @param function its index in the interface
	 * @return takes the same as that of {@link #function}, but an array where that takes
	 * the address of its elements; {@code null} if there is no such call
	 */
	public abstract @Nullable MethodHandle critical(int function);

	/**
	 * Makes the handle that calls functions which free a return.
	 * @return takes the function's address and that of the return
	 */
	public abstract MethodHandle free();

}
