// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/**
 * A version of symbols: a family and numbers, as in {@code GLIBC_2.34}.
 *
 * @param family the name before the numbers, such as {@code GLIBC}
 * @param numbers what follows it, which is no number in few versions
 */
record SymbolVersion(String family, String numbers) {

	private static final Comparator<SymbolVersion> BY_NUMBERS = Comparator.comparing(
			(version) -> version.numbers().matches("[0-9.]{1,40}") ? version.parts() : new int[0], Arrays::compare);

	static SymbolVersion of(String name) {
		int end = name.lastIndexOf('_');
		return (end > 0) ? new SymbolVersion(name.substring(0, end), name.substring(end + 1))
				: new SymbolVersion(name, "");
	}

	/** Returns the newest of several versions, at least one. */
	static SymbolVersion newest(Collection<String> names) {
		return names.stream().map(SymbolVersion::of).max(BY_NUMBERS).orElseThrow();
	}

	private int[] parts() {
		return Arrays.stream(this.numbers.split("\\."))
			.filter((part) -> !part.isEmpty())
			.mapToInt((part) -> Integer.parseInt(part.substring(0, Math.min(part.length(), 9))))
			.toArray();
	}

	/** Names it for people, for example {@code glibc 2.34}. */
	String text() {
		return (this.family.equals("GLIBC") ? "glibc " : this.family + "_") + this.numbers;
	}

	/** Names the newest version of this family among those that a library defines. */
	String newestOfThis(Collection<String> offered) {
		return offered.stream()
			.map(SymbolVersion::of)
			.filter((version) -> version.family().equals(this.family) && version.numbers().matches("[0-9.]{1,40}"))
			.max(BY_NUMBERS)
			.map(SymbolVersion::text)
			.orElse("none of that name");
	}

}
