// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.relib.RelibByValue;
import dev.relib.RelibConst;
import dev.relib.RelibErrno;
import dev.relib.RelibInt;
import dev.relib.RelibKept;
import dev.relib.RelibVariadic;

/**
 * The annotations of methods of plain libraries, which mean nothing elsewhere.
 */
public final class PlainAnnotations {

	private static final Set<String> NAMES = Stream
		.of(RelibByValue.class, RelibConst.class, RelibErrno.class, RelibInt.class, RelibKept.class,
				RelibVariadic.class)
		.map(Class::getName)
		.collect(Collectors.toUnmodifiableSet());

	private PlainAnnotations() {
	}

	/**
	 * Checks a method of a contract.
	 * @param annotations the names of the annotations of the method and its parameters
	 * @throws UnsupportedTypeException if one of them is for plain libraries
	 */
	public static void requireNone(Stream<String> annotations) {
		annotations.filter(NAMES::contains).findFirst().ifPresent((name) -> {
			throw new UnsupportedTypeException("@" + name.substring(name.lastIndexOf('.') + 1)
					+ ", which is for functions of plain libraries; say @RelibExports(plain = true), or take it out");
		});
	}

}
