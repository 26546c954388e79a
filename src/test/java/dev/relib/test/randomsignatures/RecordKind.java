// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.randomsignatures;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A record.
 */
record RecordKind(String java, List<Kind> components) implements Kind {

	@Override
	public String parameter() {
		return "const " + this.java + " *";
	}

	@Override
	public String returned() {
		return this.java;
	}

	@Override
	public String copy(String parameter) {
		return this.java.toLowerCase(Locale.ROOT) + "_copy(" + parameter + ")";
	}

	@Override
	public String value(String parameter) {
		return "(*" + parameter + ")";
	}

	@Override
	public String hash(String value) {
		return IntStream.range(0, this.components.size())
			.mapToObj((i) -> this.components.get(i).hash(value + ".c" + i))
			.collect(Collectors.joining(" "));
	}

	/** Declares it. */
	String source() {
		return IntStream.range(0, this.components.size())
			.mapToObj((i) -> this.components.get(i).java() + " c" + i)
			.collect(Collectors.joining(", ", "public record " + this.java + "(", ") { }"));
	}

	@Override
	public Object random(Random random, ClassLoader loader) {
		Object[] values = this.components.stream().map((component) -> component.random(random, loader)).toArray();
		try {
			return RandomContract.type(loader, this.java).getConstructors()[0].newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String optional() {
		return "Optional<" + this.java + ">";
	}

}
