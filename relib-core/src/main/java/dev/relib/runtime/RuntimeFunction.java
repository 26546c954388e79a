// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.util.Arrays;

import dev.relib.link.Downcall;
import dev.relib.link.FunctionShape;
import dev.relib.link.Linker;
import org.jspecify.annotations.Nullable;

/**
 * A function of librelib_rt. All of them take and return integers and pointers, so that
 * the first call tells the shape: how many there are.
 */
final class RuntimeFunction {

	private final Linker linker;

	private final long address;

	private volatile @Nullable Downcall downcall;

	RuntimeFunction(Linker linker, long address) {
		this.linker = linker;
		this.address = address;
	}

	/**
	 * Calls the function.
	 * @param words its arguments, always as many
	 * @return 64 bits; the upper ones are undefined if the function returns fewer
	 */
	long call(long... words) {
		Downcall known = this.downcall;
		if (known == null) {
			known = this.linker.downcall(FunctionShape.ofWords(words.length));
			this.downcall = known;
		}
		return (Long) known.call(this.address, Arrays.stream(words).boxed().toArray());
	}

}
