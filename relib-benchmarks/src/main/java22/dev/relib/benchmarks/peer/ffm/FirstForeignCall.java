// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;

/**
 * The least that one writes by hand for a call with the JDK's foreign functions.
 */
public final class FirstForeignCall implements Supplier<IntBinaryOperator> {

	private final SymbolLookup library;

	/**
	 * Opens the library.
	 * @param library the module's
	 */
	public FirstForeignCall(String library) {
		this.library = SymbolLookup.libraryLookup(Path.of(library), Arena.global());
	}

	@Override
	public IntBinaryOperator get() {
		MethodHandle add = Linker.nativeLinker()
			.downcallHandle(this.library.find("__relib__Work_add").orElseThrow(),
					FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT,
							ValueLayout.JAVA_INT));
		MemorySegment success = Arena.global().allocate(8);
		return (a, b) -> add(add, success, a, b);
	}

	private static int add(MethodHandle add, MemorySegment success, int a, int b) {
		try {
			int sum = (int) add.invokeExact(success.address(), a, b);
			if (success.get(ValueLayout.JAVA_BYTE, 0) != 1) {
				throw new IllegalStateException("panic");
			}
			return sum;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

}
